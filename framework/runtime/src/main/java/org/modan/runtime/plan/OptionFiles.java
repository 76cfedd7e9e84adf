/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.modan.runtime.text.Reasons;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Options;

/**
 * What lies in the files that options name: where they lie decides nothing, what is in them does.
 */
final class OptionFiles {

    private OptionFiles() {}

    /** Whether {@link #digests} covers a file. */
    static boolean holds(Options options, Path file) {
        return options.locations().containsValue(file) && Files.isRegularFile(file);
    }

    /** The digest of each regular file an option names, by the option's name. */
    static Map<String, String> digests(Options options) {
        Map<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, Path> entry : options.locations().entrySet()) {
            if (Files.isRegularFile(entry.getValue())) {
                try {
                    digests.put(entry.getKey(), Digests.ofFile(entry.getValue()));
                } catch (IOException e) {
                    throw new ModanException(
                            ErrorCode.CONFIGURATION,
                            "%s: %s cannot be read: %s"
                                    .formatted(entry.getKey(), entry.getValue(), Reasons.of(e)),
                            e);
                }
            }
        }
        return digests;
    }
}
