/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table with a header line.
 *
 * @param columns in the file's order
 * @param rows each as long as the columns
 */
public record CsvFile(List<String> columns, List<List<String>> rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    public CsvFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A line of a table. */
    public record Line(CsvFile table, List<String> values) {

        public Line {
            requireNonNull(table, "table is null");
            values = List.copyOf(values);
        }

        /** Empty where the table has no such column. */
        public String text(String column) {
            int index = table.columns().indexOf(column);
            return index < 0 ? "" : values.get(index);
        }

        /** A finite number; empty for anything else. */
        public OptionalDouble number(String column) {
            try {
                double number = Double.parseDouble(text(column).strip());
                return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
            } catch (NumberFormatException e) {
                return OptionalDouble.empty();
            }
        }

        public OptionalInt integer(String column) {
            try {
                return OptionalInt.of(Integer.parseInt(text(column).strip()));
            } catch (NumberFormatException e) {
                return OptionalInt.empty();
            }
        }
    }

    /**
     * @throws IOException if it cannot be read, has no header or ends within a line
     */
    public static CsvFile read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            List<String> columns = parser.getHeaderNames();
            for (CSVRecord row : parser) {
                if (row.size() != columns.size()) {
                    throw new IOException(
                            "line %d has %d values for %d columns"
                                    .formatted(
                                            parser.getCurrentLineNumber(),
                                            row.size(),
                                            columns.size()));
                }
                rows.add(List.of(row.values()));
            }
            return new CsvFile(columns, rows);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    public List<Line> lines() {
        return rows.stream().map(values -> new Line(this, values)).toList();
    }

    /** The first of some columns that the table lacks. */
    public Optional<String> lacks(List<String> wanted) {
        return wanted.stream().filter(column -> !columns.contains(column)).findFirst();
    }
}
