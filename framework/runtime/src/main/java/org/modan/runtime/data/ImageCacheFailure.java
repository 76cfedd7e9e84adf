/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.modan.nn.internal.weights.FileSize;
import org.modan.runtime.cache.FreeRoom;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Why decoded images could not be kept, and what to do about it. */
final class ImageCacheFailure {

    private ImageCacheFailure() {}

    static ModanException unreadable(Path file, IOException cause) {
        return new ModanException(
                ErrorCode.OUTPUT,
                "the image cache %s cannot be read: %s; mend its permissions, delete it, or set MODAN_CACHE to another folder"
                        .formatted(file, Reasons.of(cause)),
                cause);
    }

    /**
     * @param needed the file's length in bytes
     */
    static ModanException unwritable(Path file, long needed, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new ModanException(
                    ErrorCode.OUTPUT,
                    "the image cache %s cannot be written: %s; set MODAN_CACHE to a folder that can be"
                            .formatted(file, Reasons.of(cause)),
                    cause);
        }
        return new ModanException(
                ErrorCode.OUTPUT,
                "the image cache %s cannot be written: %s; it needs %s%s; make room (modan cache shows what there is to delete), or set MODAN_CACHE to another folder"
                        .formatted(file, Reasons.of(cause), FileSize.text(needed), free(file)),
                cause);
    }

    static ModanException deleted(Path file, int times) {
        return new ModanException(
                ErrorCode.OUTPUT,
                "the image cache %s was deleted %d times while it was being written; see what deletes it, or set MODAN_CACHE to another folder"
                        .formatted(file, times));
    }

    private static String free(Path file) {
        OptionalLong free = FreeRoom.in(file.getParent());
        return free.isPresent()
                ? " and %s are free".formatted(FileSize.text(free.getAsLong()))
                : "";
    }
}
