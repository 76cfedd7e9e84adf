/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.util.ClassLoaderUtils;
import ai.djl.util.Platform;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedNativesTest {

    private final Platform platform = Platform.detectPlatform("pytorch");
    @TempDir Path cache;

    @Test
    void whatIsNotUnpackedYetIsNotDamaged() {
        assertThatCode(() -> new UnpackedNatives(platform, cache).check())
                .doesNotThrowAnyException();
    }

    @Test
    void aLibraryThatWasCutShortIsFoundBeforeItEndsTheProcess() throws IOException {
        Path folder =
                Files.createDirectory(
                        cache.resolve(
                                "%s-%s-%s"
                                        .formatted(
                                                platform.getVersion(),
                                                platform.getFlavor(),
                                                platform.getClassifier())));
        assertThat(platform.getLibraries()).isNotEmpty();
        for (String library : platform.getLibraries()) {
            // Holes instead of contents: only lengths are compared.
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(library).toFile(), "rw")) {
                file.setLength(lengthInJar(library));
            }
        }
        UnpackedNatives natives = new UnpackedNatives(platform, cache);
        assertThatCode(natives::check).doesNotThrowAnyException();

        Path damaged = folder.resolve(platform.getLibraries()[0]);
        try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
            file.setLength(100);
        }

        assertThatThrownBy(natives::check)
                .isInstanceOf(UnusableEngineException.class)
                .hasMessage(
                        "the training engine cannot start: %s is damaged; delete %s; it is made again"
                                .formatted(damaged, folder));
    }

    private long lengthInJar(String library) throws IOException {
        return ClassLoaderUtils.getResource(
                        "pytorch/%s/%s/%s"
                                .formatted(platform.getFlavor(), platform.getClassifier(), library))
                .openConnection()
                .getContentLengthLong();
    }
}
