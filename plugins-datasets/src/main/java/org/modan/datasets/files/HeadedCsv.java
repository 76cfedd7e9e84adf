/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.modan.spi.ModanException;

/** A table of columns that are known by name, as datasets are published with. */
public final class HeadedCsv {

    private final String dataset;
    private final Path file;

    /**
     * @param dataset the adapter's name, for messages
     */
    public HeadedCsv(String dataset, Path file) {
        this.dataset = requireNonNull(dataset, "dataset is null");
        this.file = requireNonNull(file, "file is null");
    }

    /** One row. */
    public static final class Row {

        private final List<String> cells;
        private final int[] positions;

        private Row(List<String> cells, int[] positions) {
            this.cells = cells;
            this.positions = positions;
        }

        /** The value in one of the columns asked for, by its place among them. */
        public String get(int column) {
            return cells.get(positions[column]);
        }
    }

    /**
     * Reads all rows.
     *
     * @param columns that must be there; others are passed over
     * @throws ModanException naming the file, and the line where there is one
     */
    public void read(List<String> columns, Consumer<Row> rows) {
        try (CsvTable table = CsvTable.open(dataset, file)) {
            int width = table.header().size();
            int[] positions = positions(columns, table);
            table.forEach(
                    row -> {
                        if (row.cells().size() != width) {
                            throw table.problem(
                                    "line %d has %d values, the header %d columns"
                                            .formatted(row.line(), row.cells().size(), width));
                        }
                        rows.accept(new Row(row.cells(), positions));
                    });
        }
    }

    private static int[] positions(List<String> columns, CsvTable table) {
        List<String> header = table.header();
        List<String> absent = columns.stream().filter(name -> !header.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw table.problem(
                    "its first line has no column %s; it names %s"
                            .formatted(String.join(", ", absent), Few.of(header)));
        }
        return columns.stream().mapToInt(header::indexOf).toArray();
    }
}
