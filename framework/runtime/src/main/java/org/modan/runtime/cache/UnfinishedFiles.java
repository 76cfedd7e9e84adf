/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files while they are written: under the name they will have and something that no other process,
 * on this computer or another that shares the folder, chooses.
 */
final class UnfinishedFiles {

    private static final Pattern NAME = Pattern.compile("(.+)\\.[0-9a-f-]{1,36}\\.tmp");

    private UnfinishedFiles() {}

    /** A new name beside a file's. */
    static Path of(Path file) {
        // Not a temporary file of the platform's: those only their owner may read.
        return file.resolveSibling("%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
    }

    /** What the file of this name will be called, if it is an unfinished one. */
    static Optional<String> finishedName(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Those that are to become a file. */
    static List<Path> of(Path folder, String finishedName) throws IOException {
        return Listing.of(folder).stream()
                .filter(
                        file ->
                                finishedName(file.getFileName().toString())
                                        .filter(finishedName::equals)
                                        .isPresent())
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }
}
