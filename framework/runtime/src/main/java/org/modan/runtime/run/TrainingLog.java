/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.text.Reasons;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** The {@code log.csv} of a cell: one row an epoch. */
final class TrainingLog {

    private static final String[] COLUMNS = {"epoch", "loss", "learning_rate", "images_per_second"};
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader(COLUMNS)
                    .setSkipHeaderRecord(true)
                    .setRecordSeparator('\n')
                    .get();

    private final Path file;
    private final List<List<String>> rows;

    private TrainingLog(Path file, List<List<String>> rows) {
        this.file = file;
        this.rows = rows;
    }

    /**
     * A log that goes on after the first epochs an interrupted run has logged.
     *
     * @param epochs how many of them still count
     */
    static TrainingLog open(Path file, int epochs) {
        List<List<String>> rows = new ArrayList<>();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file);
                    CSVParser parser = FORMAT.parse(reader)) {
                for (CSVRecord row : parser) {
                    if (rows.size() < epochs) {
                        rows.add(row.toList());
                    }
                }
            } catch (IOException e) {
                throw unusable(file, e);
            }
        }
        return new TrainingLog(file, rows);
    }

    void add(EpochReport report) {
        rows.add(
                List.of(
                        Integer.toString(report.epoch()),
                        Double.toString(report.loss()),
                        Double.toString(report.learningRate()),
                        String.format(Locale.ROOT, "%.1f", report.imagesPerSecond())));
        StringWriter text = new StringWriter();
        try (CSVPrinter printer =
                new CSVPrinter(text, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            printer.printRecords(rows);
            AtomicFiles.write(file, text.toString());
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static ModanException unusable(Path file, IOException e) {
        return new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
    }
}
