/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.table;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A table of texts.
 *
 * @param name of its files, without an ending
 * @param caption what it shows
 * @param columns at least one
 * @param rows each with a cell for each column
 * @param notes what the reader must know of it, below it
 */
public record Table(
        String name, String caption, List<Column> columns, List<Row> rows, List<String> notes) {

    /**
     * A column.
     *
     * @param group what neighbouring columns have in common, above them; empty if nothing
     * @param title its own
     * @param number whether it holds numbers, which stand at the right
     */
    public record Column(String group, String title, boolean number) {}

    /**
     * A row.
     *
     * @param apart whether it stands apart from those above it
     */
    public record Row(List<Cell> cells, boolean apart) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What stands in a cell.
     *
     * @param strong what catches the eye: the best value, or one that is significant
     * @param gap whether it says that something is missing
     */
    public record Cell(String text, boolean strong, boolean gap) {

        public Cell {
            requireNonNull(text, "text is null");
        }

        public static Cell of(String text) {
            return new Cell(text, false, false);
        }

        public static Cell strong(String text) {
            return new Cell(text, true, false);
        }

        public static Cell gap(String text) {
            return new Cell(text, false, true);
        }
    }

    public Table {
        requireNonNull(name, "name is null");
        requireNonNull(caption, "caption is null");
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "%d cells in a table of %d columns"
                                .formatted(row.cells().size(), columns.size()));
            }
        }
    }

    public boolean hasGroups() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }
}
