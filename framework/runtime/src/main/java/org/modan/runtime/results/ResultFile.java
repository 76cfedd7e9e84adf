/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Writes results.csv, and reads it again: whatever compares arms needs nothing else. */
public final class ResultFile {

    /** What it is called in the output folder. */
    public static final String NAME = "results.csv";

    /** The contract of the file. */
    public static final List<String> COLUMNS =
            List.of(
                    "arm",
                    "strategy",
                    "dataset",
                    "evaluator",
                    "repeat",
                    "fold",
                    "metric",
                    "value",
                    "n_train",
                    "n_test",
                    "status",
                    "cell");

    private static final CSVFormat READ =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ResultFile() {}

    /**
     * @throws ModanException if the file cannot be written
     */
    public static void write(Path file, List<ResultRow> rows) {
        TableFile.write(file, COLUMNS, rows.stream().map(ResultFile::cells).toList());
    }

    private static Object[] cells(ResultRow row) {
        return new Object[] {
            row.arm(),
            row.strategy(),
            row.dataset(),
            row.evaluator(),
            row.repeat(),
            text(row.fold()),
            row.metric(),
            row.value().isPresent() ? Double.toString(row.value().getAsDouble()) : "",
            text(row.trainSize()),
            text(row.testSize()),
            row.status().name().toLowerCase(Locale.ROOT),
            row.cell()
        };
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /**
     * @throws ModanException if there is no such file, or it is not what {@link #write} writes
     */
    public static List<ResultRow> read(Path file) {
        List<ResultRow> rows = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = READ.parse(reader)) {
            for (CSVRecord row : parser) {
                ResultRow read = row(file, row);
                if (!seen.add(what(read))) {
                    throw damaged(
                            file,
                            row,
                            "%s of %s is there twice".formatted(read.metric(), read.arm()),
                            null);
                }
                rows.add(read);
            }
        } catch (UncheckedIOException e) {
            throw TableFile.unusable(file, e.getCause());
        } catch (IOException e) {
            throw TableFile.unusable(file, e);
        }
        return rows;
    }

    /** What a row gives the value of: two values of one measurement contradict each other. */
    private static List<Object> what(ResultRow row) {
        return List.of(
                row.arm(), row.dataset(), row.evaluator(), row.repeat(), row.fold(), row.metric());
    }

    private static ResultRow row(Path file, CSVRecord row) {
        if (!row.isConsistent()) {
            throw damaged(
                    file,
                    row,
                    "it has %d values for %d columns".formatted(row.size(), COLUMNS.size()),
                    null);
        }
        try {
            return new ResultRow(
                    row.get("arm"),
                    row.get("strategy"),
                    row.get("dataset"),
                    row.get("evaluator"),
                    Integer.parseInt(row.get("repeat")),
                    whole(row.get("fold")),
                    row.get("metric"),
                    row.get("value").isEmpty()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Double.parseDouble(row.get("value"))),
                    whole(row.get("n_train")),
                    whole(row.get("n_test")),
                    Status.valueOf(row.get("status").toUpperCase(Locale.ROOT)),
                    row.get("cell"));
        } catch (IllegalArgumentException e) {
            throw damaged(file, row, e.getMessage(), e);
        }
    }

    private static ModanException damaged(
            Path file, CSVRecord row, String how, IllegalArgumentException cause) {
        return new ModanException(
                ErrorCode.OUTPUT,
                "%s, row %d is damaged (%s); run the experiment again to have the file rewritten"
                        .formatted(file, row.getRecordNumber() + 1, how),
                cause);
    }

    private static OptionalInt whole(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
}
