/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchSettingsTest {

    private static final String LIBRARY = System.mapLibraryName("torch");
    private static final JniLibraries JNI =
            new JniLibraries("2.7.1", "2.7.1-20250812", List.of("cpu", "cu128"));

    @TempDir Path torch;
    private Path lib;

    @BeforeEach
    void install() throws IOException {
        lib = Files.createDirectory(torch.resolve("lib"));
        Files.createFile(lib.resolve(LIBRARY));
    }

    @Test
    void withoutSettingsTheBundledLibraryIsUsed() {
        LibtorchSettings none = settings("", "", "");

        assertThatCode(() -> none.check(JNI)).doesNotThrowAnyException();
        assertThat(none.folder()).isEmpty();
    }

    @Test
    void allThreeThatFitNameAnInstalledOne() throws IOException {
        Files.writeString(
                torch.resolve("version.py"),
                "from typing import Optional\n__version__ = '2.7.1+cu128'\n");

        assertThatCode(() -> settings(lib.toString(), "2.7.1", "cu128").check(JNI))
                .doesNotThrowAnyException();
        assertThat(settings(lib.resolve(LIBRARY).toString(), "2.7.1", "cu128").folder())
                .as("DJL takes the file as well")
                .contains(lib);
    }

    @Test
    void whatIsMissingOfTheThreeIsNamed() {
        assertThat(refusal(settings("/opt/torch/lib", "", "")))
                .hasMessage(
                        "PYTORCH_LIBRARY_PATH is set, but PYTORCH_VERSION and PYTORCH_FLAVOR are not; set all three, as in PYTORCH_LIBRARY_PATH=/path/to/torch/lib PYTORCH_VERSION=2.7.1 PYTORCH_FLAVOR=cu128, or none of them");
        assertThat(refusal(settings("", "2.7.1", "cu128")).finding())
                .isEqualTo(
                        "PYTORCH_VERSION and PYTORCH_FLAVOR are set, but PYTORCH_LIBRARY_PATH is not");
        assertThat(refusal(settings("", "", "cu128")).finding())
                .isEqualTo(
                        "PYTORCH_FLAVOR is set, but PYTORCH_LIBRARY_PATH and PYTORCH_VERSION are not");
    }

    @Test
    void aFolderWithoutTheLibraryIsNotPassedOverInSilence() {
        assertThat(refusal(settings(torch.toString(), "2.7.1", "cpu")).finding())
                .isEqualTo("PYTORCH_LIBRARY_PATH=%s holds no %s".formatted(torch, LIBRARY));
        assertThat(refusal(settings("\0", "2.7.1", "cpu")).finding()).contains("holds no");
    }

    @Test
    void aVersionThatOtherSoftwareHasSetIsToldApart() {
        assertThat(refusal(settings("", "2.5.0", "")))
                .hasMessage(
                        "PYTORCH_VERSION=2.5.0, but this Modan comes with libtorch 2.7.1; unset PYTORCH_VERSION (images with PyTorch set it for themselves), or set PYTORCH_LIBRARY_PATH and PYTORCH_FLAVOR too");
        assertThatCode(() -> settings("", "2.7.1", "").check(JNI)).doesNotThrowAnyException();
    }

    @Test
    void anotherVersionThanIsSaidIsFoundOut() throws IOException {
        assertThat(refusal(settings(lib.toString(), "2.5.1", "cpu")).finding())
                .isEqualTo("PYTORCH_VERSION=2.5.1, but this Modan can use libtorch 2.7.1 only");

        Files.writeString(torch.resolve("build-version"), "2.8.0+cu128\n");
        assertThat(refusal(settings(lib.toString(), "2.7.1", "cu128")).finding())
                .isEqualTo(
                        lib + " holds PyTorch 2.8.0, but this Modan can use libtorch 2.7.1 only");

        Files.writeString(torch.resolve("version.py"), "__version__ = \"1.13.0a0+git\"\n");
        assertThat(refusal(settings(lib.toString(), "2.7.1", "cu128")).finding())
                .contains("holds PyTorch 1.13.0");
    }

    @Test
    void aFlavorWithoutJniLibraryIsRefused() {
        assertThat(refusal(settings(lib.toString(), "2.7.1", "cu124")))
                .hasMessage(
                        "PYTORCH_FLAVOR=cu124, but this Modan can use libtorch for cpu and cu128; install a PyTorch that was built for one of them, and set PYTORCH_FLAVOR to it");
    }

    @Test
    void theJniLibrariesOfTheClassPathFitTheBundledLibtorch() {
        JniLibraries jni = JniLibraries.of(Platform.detectPlatform("pytorch"));

        assertThat(jni.bundled()).startsWith(jni.libtorch());
        assertThat(jni.libtorch()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(jni.flavors()).contains("cpu").isSorted();
    }

    private static LibtorchSettings settings(String path, String version, String flavor) {
        return new LibtorchSettings(given(path), given(version), given(flavor));
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static UnusableEngineException refusal(LibtorchSettings settings) {
        UnusableEngineException[] refusal = new UnusableEngineException[1];
        assertThatThrownBy(() -> settings.check(JNI))
                .isInstanceOfSatisfying(UnusableEngineException.class, e -> refusal[0] = e);
        return refusal[0];
    }
}
