/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a file could not be written, in the words of who has to make room for it. */
final class WriteFailure {

    private WriteFailure() {}

    /**
     * @param needed the file's length in bytes
     */
    static String describe(Path file, long needed, IOException cause) {
        return "cannot write %s: %s; it needs %s%s; make room, or check the folder's permissions"
                .formatted(file, reason(cause), FileSize.text(needed), free(file));
    }

    private static String free(Path file) {
        try {
            long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
            return " and %s are free".formatted(FileSize.text(free));
        } catch (IOException e) {
            return ""; // no folder, no space to tell of
        }
    }

    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
