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
     * Reads all rows. Those of another length than the header are handed on to nobody, and told of
     * all at once after the last.
     *
     * @param columns that must be there; others are passed over
     * @throws ModanException naming the file, and the lines where there are any
     */
    public void read(List<String> columns, Consumer<Row> rows) {
        try (CsvTable table = CsvTable.open(dataset, file)) {
            int width = table.header().size();
            int[] positions = positions(columns, table);
            Problems problems = new Problems(dataset);
            table.forEach(
                    row -> {
                        int cells = row.cells().size();
                        if (cells == width) {
                            rows.accept(new Row(row.cells(), positions));
                        } else {
                            problems.add(
                                    CsvTable.RAGGED,
                                    "line %d (%d instead of %d)"
                                            .formatted(row.line(), cells, width));
                        }
                    });
            problems.refuse("%s cannot be used as it is".formatted(file));
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
