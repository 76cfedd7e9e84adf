/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;

/** The small corpus of {@code oracle.py}, and what scikit-learn and umap-learn make of it. */
final class OracleCorpus {

    private final List<String[]> rows = lines("features.csv");
    private final Map<String, Double> values = new HashMap<>();

    OracleCorpus() {
        lines("oracle.csv").forEach(line -> values.put(line[0], Double.valueOf(line[1])));
    }

    double value(String what) {
        return java.util.Objects.requireNonNull(values.get(what), what);
    }

    FeatureSet features() {
        List<Sample> samples = new ArrayList<>();
        float[][] vectors = new float[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            samples.add(
                    Sample.withId("image-" + i)
                            .metadata("modality", row[0])
                            .metadata("anatomy", row[1])
                            .build());
            vectors[i] = floats(row, 4, row.length);
        }
        return new InMemoryFeatures(samples, vectors);
    }

    /** A map of it that no method made. */
    float[][] points() {
        return rows.stream().map(row -> floats(row, 2, 4)).toArray(float[][]::new);
    }

    private static float[] floats(String[] row, int from, int to) {
        float[] numbers = new float[to - from];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(row[from + i]);
        }
        return numbers;
    }

    private static List<String[]> lines(String resource) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                OracleCorpus.class.getResourceAsStream(resource),
                                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
