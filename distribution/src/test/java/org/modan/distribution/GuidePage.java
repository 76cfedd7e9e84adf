/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation, as far as a machine can follow it: its fenced blocks.
 *
 * @param blocks in the order of the page
 */
record GuidePage(List<Block> blocks) {

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /**
     * What stands between two fences.
     *
     * @param language named after the first fence; empty if none is
     * @param text with its last line end
     * @param line of the page that it starts in
     */
    record Block(String language, String text, int line) {

        boolean isIn(String other) {
            return language.equals(other);
        }

        String firstLine() {
            return text.lines().findFirst().orElse("");
        }
    }

    GuidePage {
        blocks = List.copyOf(blocks);
    }

    /** Reads one of the files in {@code docs}. */
    static GuidePage read(String name) throws IOException {
        Path root = Path.of(System.getProperty("modan.root"));
        String page = Files.readString(root.resolve("docs").resolve(name));
        List<Block> blocks = new ArrayList<>();
        Matcher block = FENCED.matcher(page);
        while (block.find()) {
            int line = (int) page.substring(0, block.start(2)).lines().count() + 1;
            blocks.add(new Block(block.group(1), block.group(2), line));
        }
        return new GuidePage(blocks);
    }

    List<Block> in(String language) {
        return blocks.stream().filter(block -> block.isIn(language)).toList();
    }
}
