/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** Tables, and what scikit-learn makes of them; see src/test/python/scikit_learn.py. */
public final class ScikitLearn {

    private ScikitLearn() {}

    /** 60 rows to fit on. */
    public static float[][] train() {
        return table(60, 0);
    }

    /** 20 rows to score. */
    public static float[][] test() {
        return table(20, 500);
    }

    /** Of the rows to fit on, 0 or 1. */
    public static int[] labels() {
        return Arrays.stream(values("labels")).mapToInt(value -> (int) value).toArray();
    }

    /** What it gave. */
    public static double[] values(String name) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ScikitLearn.class.getResourceAsStream("scikit-learn.csv")),
                                StandardCharsets.UTF_8))) {
            String line =
                    reader.lines()
                            .filter(one -> one.startsWith(name + ","))
                            .findFirst()
                            .orElseThrow();
            return Arrays.stream(line.split(","))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[][] table(int rows, int salt) {
        float[][] table = new float[rows][6];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 6; j++) {
                int a = i + salt + 1;
                int b = j + 1;
                int mixed = (31 * a * a * b + 17 * a * b * b + 7919 * b + 1299 * a) % 1009;
                table[i][j] = mixed / 1009f;
            }
        }
        return table;
    }
}
