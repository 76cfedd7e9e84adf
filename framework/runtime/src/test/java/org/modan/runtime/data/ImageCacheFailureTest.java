/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheFailureTest {

    @TempDir Path folder;

    @Test
    void onAFullDiskItSaysHowMuchRoomIsMissing() {
        Path file = folder.resolve("images.u8");

        assertThat(
                        ImageCacheFailure.unwritable(
                                file,
                                65_536_028,
                                new FileSystemException(
                                        file.toString(), null, "No space left on device")))
                .hasMessageMatching(
                        "the image cache .*images\\.u8 cannot be written: No space left on device; it needs 66 MB and .* are free; make room .*");
    }

    @Test
    void withoutPermissionItDoesNotSpeakOfRoom() {
        Path file = folder.resolve("images.u8");

        assertThat(
                        ImageCacheFailure.unwritable(
                                file, 65_536_028, new AccessDeniedException(file.toString())))
                .hasMessage(
                        "the image cache %s cannot be written: permission denied; set MODAN_CACHE to a folder that can be",
                        file);
        assertThat(ImageCacheFailure.unreadable(file, new AccessDeniedException(file.toString())))
                .hasMessage(
                        "the image cache %s cannot be read: permission denied; mend its permissions, delete it, or set MODAN_CACHE to another folder",
                        file);
    }
}
