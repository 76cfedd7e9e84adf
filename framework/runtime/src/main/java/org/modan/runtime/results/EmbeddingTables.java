/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Embedding;
import org.modan.runtime.cell.Embedding.Point;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.MapEntry;
import org.modan.spi.Representation.Measure;
import org.modan.spi.Sample;

/** Writes embeddings/ and measures.csv of an output folder that has maps of its corpus. */
public final class EmbeddingTables {

    /** Of the output folder. */
    public static final String FOLDER = "embeddings";

    private static final List<String> OWN_COLUMNS = List.of("sample", "x", "y");
    private static final List<String> MEASURE_COLUMNS =
            List.of("arm", "strategy", "evaluator", "measure", "field", "value", "cell");

    private final Path folder;
    private final CellStore cells;

    public EmbeddingTables(Path folder, CellStore cells) {
        this.folder = requireNonNull(folder, "folder is null");
        this.cells = requireNonNull(cells, "cells is null");
    }

    /** What the files of a map are called, without an ending. */
    public static String name(MapEntry map) {
        return FileName.of("%s.%s".formatted(map.arm(), map.evaluator()));
    }

    /**
     * One file of points for each map that was made, and one of all measures; none without maps.
     */
    public void write(Plan plan) {
        if (plan.maps().isEmpty()) {
            return;
        }
        List<Object[]> measures = new ArrayList<>();
        for (MapEntry map : plan.maps()) {
            if (cells.isDone(map.cell().key())) {
                Path cell = cells.folder(map.cell().key());
                try {
                    Embedding embedding = Embedding.read(cell);
                    Files.createDirectories(folder.resolve(FOLDER));
                    writePoints(map, embedding.points());
                    embedding.measures().forEach(measure -> measures.add(row(map, measure)));
                } catch (IOException e) {
                    throw TableFile.unusable(cell, e);
                }
            }
        }
        TableFile.write(folder.resolve("measures.csv"), MEASURE_COLUMNS, measures);
    }

    private static Object[] row(MapEntry map, Measure measure) {
        return new Object[] {
            map.arm(),
            map.strategy(),
            map.evaluator(),
            measure.name(),
            measure.field().orElse(""),
            Double.toString(measure.value()),
            map.cell().key().folder()
        };
    }

    private void writePoints(MapEntry map, List<Point> points) {
        List<Sample> samples = map.cell().corpus().samples();
        Set<String> fields = new TreeSet<>();
        samples.forEach(sample -> fields.addAll(sample.metadata().keySet()));
        List<String> columns = new ArrayList<>(OWN_COLUMNS);
        fields.forEach(field -> columns.add(column(field)));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<Object> row = new ArrayList<>(Arrays.asList(points.get(i).sample()));
            row.add(Float.toString(points.get(i).x()));
            row.add(Float.toString(points.get(i).y()));
            for (String field : fields) {
                row.add(samples.get(i).metadata().getOrDefault(field, ""));
            }
            rows.add(row.toArray());
        }
        TableFile.write(folder.resolve(FOLDER).resolve(name(map) + ".csv"), columns, rows);
    }

    /** A field may be called as one of the columns that are always there. */
    private static String column(String field) {
        return OWN_COLUMNS.contains(field) ? "metadata." + field : field;
    }
}
