/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The causes are those that DJL 0.35.1 was seen to fail with. */
class StartFailureTest {

    private static final Path NATIVES = Path.of("/cache/natives/pytorch");

    @Test
    void aFullDiskIsCalledSo() {
        UnusableEngineException failure =
                of(
                        new EngineException(
                                "Failed to extract PyTorch native library",
                                new IOException("No space left on device")));

        assertThat(failure.finding())
                .isEqualTo(
                        "the training engine cannot start: no room to unpack its native libraries in "
                                + NATIVES);
        assertThat(failure.remedy()).contains("make room", "MODAN_CACHE");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        assertThat(of(new EngineException("x", new AccessDeniedException("/cache"))).finding())
                .endsWith("cannot be unpacked: /cache: permission denied");
        assertThat(
                        of(new EngineException(
                                        "x",
                                        new FileSystemException(
                                                "/cache", null, "Read-only file system")))
                                .getMessage())
                .contains("/cache: Read-only file system; set MODAN_CACHE");
        assertThat(of(new FileNotFoundException("libextra.so is not there")).finding())
                .contains("libextra.so is not there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cache/natives/pytorch/libc10.so: /cache/natives/pytorch/libc10.so: file too short | delete /cache/natives/pytorch; it is made again",
                "/opt/torch/lib/libtorch.so: invalid ELF header | install again what the file belongs to",
                "/cache/natives/pytorch/libc10.so: failed to map segment from shared object | not mounted noexec",
                "libc.so.6: version `GLIBC_2.28' not found | use a newer Linux",
                "libcudart.so.12: cannot open shared object file: No such file or directory | install the library that is named as missing",
                "something else | see that this is the distribution for",
            })
    void aLibraryThatCannotBeLoadedHasARemedyByItsCause(String message, String remedy) {
        UnusableEngineException failure =
                of(new EngineException("Failed to load", new UnsatisfiedLinkError(message)));

        assertThat(failure.remedy()).contains(remedy);
        assertThat(failure.finding())
                .startsWith(
                        "the training engine cannot start: its native libraries cannot be loaded:")
                .doesNotContain("libc10.so: /cache");
    }

    @Test
    void aPlatformWithoutLibrariesIsNotSentToTheNetwork() {
        assertThat(
                        of(new EngineException(
                                        "Failed to save pytorch index file",
                                        new IOException("Offline mode is enabled.")))
                                .getMessage())
                .contains("there are no native libraries for", "install the distribution for this");
    }

    @Test
    void whatIsNotKnownIsQuoted() {
        assertThat(of(new AssertionError("Unsupported platform: Plan 9")).finding())
                .endsWith("AssertionError: Unsupported platform: Plan 9");
    }

    private static UnusableEngineException of(Throwable failure) {
        return StartFailure.of(failure, NATIVES);
    }
}
