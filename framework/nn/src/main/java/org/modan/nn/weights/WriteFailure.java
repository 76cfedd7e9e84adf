/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.weights;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Why a file could not be written, in the words of who has to make room for it. */
final class WriteFailure {

    private static final int KILO = 1000;
    private static final String UNITS = "kMGTPE";

    private WriteFailure() {}

    /**
     * @param needed the file's length in bytes
     */
    static String describe(Path file, long needed, IOException cause) {
        return "cannot write %s: %s; it needs %s%s; make room, or check the folder's permissions"
                .formatted(file, reason(cause), size(needed), free(file));
    }

    private static String free(Path file) {
        try {
            long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
            return " and %s are free".formatted(size(free));
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

    /** With decimal prefixes, as disks are sold. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " bytes";
        }
        double scaled = bytes;
        int unit = -1;
        while (scaled >= KILO) {
            scaled /= KILO;
            unit++;
        }
        String digits = scaled < 10 ? "%.1f %cB" : "%.0f %cB";
        return String.format(Locale.ROOT, digits, scaled, UNITS.charAt(unit));
    }
}
