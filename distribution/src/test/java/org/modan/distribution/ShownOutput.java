/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page shows of a command's output. {@code ...} on a line of its own stands for any number
 * of lines, within a line for the rest of a word or line; a number with a decimal point for any.
 */
record ShownOutput(String text) {

    private static final Pattern VARYING =
            Pattern.compile("(?m)^\\.\\.\\.\\n|\\.\\.\\.|[+-]?\\d+\\.\\d+");

    /** Of a block that shows some: whichever is not of commands, of a file or of code. */
    static Stream<ShownOutput> in(GuidePage.Block block) {
        return block.isIn("text") ? Stream.of(new ShownOutput(block.text())) : Stream.empty();
    }

    void assertShows(String output) {
        assertThat(output).as("what is shown as%n%s", text).matches(pattern());
    }

    private Pattern pattern() {
        StringBuilder pattern = new StringBuilder();
        int position = 0;
        Matcher varying = VARYING.matcher(text);
        while (varying.find()) {
            pattern.append(Pattern.quote(text.substring(position, varying.start())));
            pattern.append(any(varying.group()));
            position = varying.end();
        }
        return Pattern.compile(pattern.append(Pattern.quote(text.substring(position))).toString());
    }

    private static String any(String shown) {
        return switch (shown) {
            case "...\n" -> "(?:|[\\s\\S]*?\n)";
            case "..." -> ".*";
            default -> "[+-]?\\d+\\.\\d+";
        };
    }
}
