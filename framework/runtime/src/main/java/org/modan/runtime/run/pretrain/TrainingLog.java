/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.text.Reasons;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.TrainingListener;

/** The {@code log.csv} of a cell: one row an epoch; blank where an epoch has no such number. */
final class TrainingLog implements TrainingListener {

    private static final String EPOCH = "epoch";
    private static final List<String> COLUMNS =
            List.of(
                    EPOCH,
                    "loss",
                    "learning_rate",
                    "images_per_second",
                    "positives_per_anchor",
                    "gradient_norm");
    private static final CSVFormat OURS =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader(COLUMNS.toArray(String[]::new))
                    .setRecordSeparator('\n')
                    .get();

    /** With the columns a file says it has, which an earlier version may have written. */
    private static final CSVFormat THEIRS =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Path file;
    private final List<List<String>> rows;

    private TrainingLog(Path file, List<List<String>> rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * A log that goes on after the first epochs an interrupted run has logged.
     *
     * @param epochs how many of them still count; the others are trained again
     */
    static TrainingLog open(Path file, int epochs) {
        return new TrainingLog(file, Files.exists(file) ? read(file, epochs) : new ArrayList<>());
    }

    private static List<List<String>> read(Path file, int epochs) {
        List<List<String>> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = THEIRS.parse(reader)) {
            for (CSVRecord row : parser) {
                if (isOfFirst(epochs, row)) {
                    rows.add(COLUMNS.stream().map(column -> value(row, column)).toList());
                }
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // No table, or not to its end: a training does not fail for want of its log.
            return rows;
        }
    }

    private static boolean isOfFirst(int epochs, CSVRecord row) {
        String epoch = value(row, EPOCH);
        return epoch.matches("[1-9]\\d{0,8}") && Integer.parseInt(epoch) <= epochs;
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column) : "";
    }

    @Override
    public void epoch(EpochReport report) {
        rows.add(
                List.of(
                        Integer.toString(report.epoch()),
                        Double.toString(report.loss()),
                        Double.toString(report.learningRate()),
                        String.format(Locale.ROOT, "%.1f", report.imagesPerSecond()),
                        text(report.positivesPerAnchor()),
                        text(report.gradientNorm())));
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, OURS)) {
            printer.printRecords(rows);
            AtomicFiles.write(file, text.toString());
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }

    private static ModanException unusable(Path file, IOException e) {
        return new ModanException(
                ErrorCode.OUTPUT,
                "cannot write %s: %s; make room, or check the folder's permissions"
                        .formatted(file, Reasons.of(e)),
                e);
    }
}
