/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code docs/plugins.md} says of messages: a list item a message, which it starts with.
 *
 * @param entries the messages, on one line each, with {@code ...} for what differs
 */
record MessageGuide(List<String> entries) {

    private static final String HEADING = "\n## What a message means\n";
    private static final String WILDCARD = "...";

    /** Between backticks, over as many lines as it takes. */
    private static final Pattern ITEM =
            Pattern.compile("^- `([^`]+)`$", Pattern.MULTILINE | Pattern.DOTALL);

    static MessageGuide read() {
        String text = text(Path.of(System.getProperty("modan.root"), "docs", "plugins.md"));
        String section = text.substring(text.indexOf(HEADING) + HEADING.length());
        return new MessageGuide(
                ITEM.matcher(section).results().map(MessageGuide::onOneLine).toList());
    }

    /** The entry about a message; of several the one that has most words in common with it. */
    Optional<String> about(String message) {
        return entries.stream()
                .filter(entry -> pattern(entry).matcher(message).matches())
                .max(Comparator.comparing(entry -> entry.replace(WILDCARD, "").length()));
    }

    private static Pattern pattern(String entry) {
        return Pattern.compile(
                Arrays.stream(entry.split(Pattern.quote(WILDCARD), -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String onOneLine(MatchResult item) {
        return item.group(1).replaceAll("\\s+", " ");
    }
}
