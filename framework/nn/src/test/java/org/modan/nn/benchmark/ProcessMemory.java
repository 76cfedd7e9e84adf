/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux counts as this process's memory, libtorch's included. */
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KIB_PER_MIB = 1024;

    private ProcessMemory() {}

    /** Resident now, in MiB. */
    static double resident() {
        return mebibytes("VmRSS:");
    }

    /** The most that was ever resident, in MiB. */
    static double peak() {
        return mebibytes("VmHWM:");
    }

    private static double mebibytes(String key) {
        try {
            String line =
                    Files.readAllLines(STATUS).stream()
                            .filter(text -> text.startsWith(key))
                            .findFirst()
                            .orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
