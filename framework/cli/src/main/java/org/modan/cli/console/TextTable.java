/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import java.util.ArrayList;
import java.util.List;

/** A table with columns as wide as what is in them. */
public final class TextTable {

    private static final String GAP = "  ";

    /** On which side of its column a text stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param sides of each column: words at the left, numbers at the right
     */
    public TextTable(Side... sides) {
        this.sides = List.of(sides);
    }

    /** Adds a row; the first one is the header. */
    public TextTable row(String... cells) {
        if (cells.length != sides.size()) {
            throw new IllegalArgumentException(
                    "%d cells in a table of %d columns".formatted(cells.length, sides.size()));
        }
        rows.add(List.of(cells));
        return this;
    }

    public List<String> lines() {
        int[] widths = new int[sides.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - length(row.get(i)));
            cells.add(sides.get(i) == Side.LEFT ? row.get(i) + padding : padding + row.get(i));
        }
        return String.join(GAP, cells).stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
