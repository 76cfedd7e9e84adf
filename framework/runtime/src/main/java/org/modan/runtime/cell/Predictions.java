/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The out-of-fold predictions of a cell or of a part of it, from which every metric can be had
 * again.
 */
public final class Predictions {

    /** The contract of every predictions file. */
    public static final String[] COLUMNS = {"sample", "group", "repeat", "fold", "label", "score"};

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader(COLUMNS)
                    .setSkipHeaderRecord(true)
                    .setRecordSeparator('\n')
                    .get();

    /**
     * One scored sample.
     *
     * @param group empty if the sample has none
     * @param score the higher, the more likely label 1
     */
    public record Prediction(
            String sample, String group, int repeat, int fold, int label, double score) {}

    private Predictions() {}

    public static void write(Path file, List<Prediction> predictions) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer =
                new CSVPrinter(text, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            for (Prediction row : predictions) {
                printer.printRecord(
                        row.sample(),
                        row.group(),
                        row.repeat(),
                        row.fold(),
                        row.label(),
                        Double.toString(row.score()));
            }
        }
        AtomicFiles.write(file, text.toString());
    }

    /**
     * @throws IOException if there is no such file, or it is damaged
     */
    public static List<Prediction> read(Path file) throws IOException {
        List<Prediction> predictions = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord row : parser) {
                predictions.add(
                        new Prediction(
                                row.get("sample"),
                                row.get("group"),
                                Integer.parseInt(row.get("repeat")),
                                Integer.parseInt(row.get("fold")),
                                Integer.parseInt(row.get("label")),
                                Double.parseDouble(row.get("score"))));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
        return predictions;
    }
}
