/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out running text within a number of columns. */
public final class Layout {

    private static final int WIDEST_TERM = 24;
    private static final int NARROWEST_TEXT = 20;
    private static final int GAP = 2;

    private Layout() {}

    /**
     * Breaks a text at spaces into lines of at most a number of columns. A longer word gets a line
     * of its own, since a broken path is of no use.
     *
     * @param indent put before every line, and counted
     */
    public static List<String> wrap(String text, int width, String indent) {
        int room = Math.max(NARROWEST_TEXT, width - indent.length());
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                    lines.add(indent + line);
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add((indent + line).stripTrailing());
        }
        return lines;
    }

    /** Terms at the left, what they mean at the right; a long term stands above its meaning. */
    public static List<String> definitions(
            List<Map.Entry<String, String>> terms, int width, String indent) {
        int term =
                terms.stream()
                        .mapToInt(entry -> entry.getKey().length())
                        .filter(length -> length <= WIDEST_TERM)
                        .max()
                        .orElse(0);
        String margin = " ".repeat(indent.length() + term + GAP);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : terms) {
            List<String> meaning = wrap(entry.getValue(), width, margin);
            String start = indent + entry.getKey();
            if (start.length() + GAP > margin.length()) {
                lines.add(start);
                lines.addAll(meaning);
            } else {
                lines.add(
                        (start
                                        + " ".repeat(margin.length() - start.length())
                                        + meaning.get(0).strip())
                                .stripTrailing());
                lines.addAll(meaning.subList(1, meaning.size()));
            }
        }
        return lines;
    }
}
