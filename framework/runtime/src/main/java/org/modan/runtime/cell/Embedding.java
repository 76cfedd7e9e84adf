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
import org.modan.spi.Digests;
import org.modan.spi.Representation.Measure;

/**
 * What a cell that lays out the corpus keeps: a point for each image, and what was measured.
 *
 * @param points in the order of the corpus
 */
public record Embedding(List<Point> points, List<Measure> measures) {

    private static final String POINTS = "embedding.csv";
    private static final String MEASURES = "measures.csv";

    private static final String[] POINT_COLUMNS = {"sample", "x", "y"};
    private static final String[] MEASURE_COLUMNS = {"measure", "field", "value"};
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    /** Where an image lies. */
    public record Point(String sample, float x, float y) {}

    public Embedding {
        points = List.copyOf(points);
        measures = List.copyOf(measures);
    }

    /**
     * @param folder of the cell
     */
    public void write(Path folder) throws IOException {
        write(
                folder.resolve(POINTS),
                POINT_COLUMNS,
                points.stream()
                        .map(point -> new Object[] {point.sample(), point.x(), point.y()})
                        .toList());
        write(
                folder.resolve(MEASURES),
                MEASURE_COLUMNS,
                measures.stream()
                        .map(
                                measure ->
                                        new Object[] {
                                            measure.name(),
                                            measure.field().orElse(""),
                                            Double.toString(measure.value())
                                        })
                        .toList());
    }

    /**
     * @throws IOException if there is none, or it is damaged
     */
    public static Embedding read(Path folder) throws IOException {
        List<Point> points = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        try {
            for (CSVRecord row : rows(folder.resolve(POINTS), POINT_COLUMNS)) {
                points.add(
                        new Point(
                                row.get("sample"),
                                Float.parseFloat(row.get("x")),
                                Float.parseFloat(row.get("y"))));
            }
            for (CSVRecord row : rows(folder.resolve(MEASURES), MEASURE_COLUMNS)) {
                measures.add(measure(row));
            }
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new IOException(folder + " is damaged: " + e.getMessage(), e);
        }
        return new Embedding(points, measures);
    }

    private static Measure measure(CSVRecord row) {
        Measure measure = Measure.of(row.get("measure"), Double.parseDouble(row.get("value")));
        String field = row.get("field");
        return field.isEmpty() ? measure : measure.about(field);
    }

    /** Whether a cell's folder holds one, whole or not. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(POINTS)) || Files.exists(folder.resolve(MEASURES));
    }

    /**
     * The digest of what a cell's folder holds of it.
     *
     * @throws IOException if a part is missing
     */
    public static String digest(Path folder) throws IOException {
        return Digests.ofText(
                Digests.ofFile(folder.resolve(POINTS)) + Digests.ofFile(folder.resolve(MEASURES)));
    }

    private static List<CSVRecord> rows(Path file, String[] columns) throws IOException {
        CSVFormat format = FORMAT.builder().setHeader(columns).setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = format.parse(reader)) {
            return parser.getRecords();
        }
    }

    private static void write(Path file, String[] columns, List<Object[]> rows) throws IOException {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord((Object[]) columns);
            printer.printRecords(rows);
        }
        AtomicFiles.write(file, text.toString());
    }
}
