/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * A CSV file in UTF-8 whose first line names the columns; read row by row, so that a file of any
 * length takes no memory.
 */
public final class HeadedCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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

        private final CSVRecord record;
        private final int[] positions;

        private Row(CSVRecord record, int[] positions) {
            this.record = record;
            this.positions = positions;
        }

        /** The value in one of the columns asked for, by its place among them. */
        public String get(int column) {
            return record.get(positions[column]);
        }
    }

    /**
     * Reads all rows.
     *
     * @param columns that must be there; others are passed over
     * @throws ModanException naming the file, and the line where there is one
     */
    public void read(List<String> columns, Consumer<Row> rows) {
        if (!Files.isRegularFile(file)) {
            throw fail("there is no such file");
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            int[] positions = new int[0];
            int width = 0;
            for (CSVRecord record : parser) {
                if (width == 0) {
                    width = record.size();
                    positions = positions(columns, record);
                } else if (record.size() != width) {
                    throw fail(
                            "line %d has %d values, the header %d columns"
                                    .formatted(
                                            parser.getCurrentLineNumber(), record.size(), width));
                } else {
                    rows.accept(new Row(record, positions));
                }
            }
            if (width == 0) {
                throw fail("it is empty");
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private int[] positions(List<String> columns, CSVRecord header) {
        List<String> names = new ArrayList<>();
        for (String name : header) {
            names.add(name.replace(BYTE_ORDER_MARK, "").strip());
        }
        List<String> absent = columns.stream().filter(name -> !names.contains(name)).toList();
        if (!absent.isEmpty()) {
            throw fail(
                    "its first line has no column %s; it names %s"
                            .formatted(String.join(", ", absent), Few.of(names)));
        }
        return columns.stream().mapToInt(names::indexOf).toArray();
    }

    private ModanException unreadable(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        if (cause instanceof CharacterCodingException) {
            return fail("it is not in UTF-8; save it as CSV UTF-8");
        }
        if (cause instanceof CSVException) {
            return fail("it is no CSV file: " + cause.getMessage());
        }
        return fail("it cannot be read (%s); check its permissions".formatted(cause.getMessage()));
    }

    private ModanException fail(String found) {
        return new ModanException(ErrorCode.DATASET, "%s: %s: %s".formatted(dataset, file, found));
    }
}
