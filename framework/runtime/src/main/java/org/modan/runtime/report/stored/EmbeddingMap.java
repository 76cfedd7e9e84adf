/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where an evaluator put the images of the corpus on a plane.
 *
 * @param arm whose features were laid out
 * @param evaluator which laid them out
 * @param samples in the file's order
 * @param x as long as the samples
 * @param y as long as the samples, upwards
 * @param fields names of the metadata
 * @param values of each field one a sample; empty texts where there is none
 */
public record EmbeddingMap(
        String arm,
        String evaluator,
        List<String> samples,
        double[] x,
        double[] y,
        List<String> fields,
        List<List<String>> values) {

    public EmbeddingMap {
        requireNonNull(arm, "arm is null");
        requireNonNull(evaluator, "evaluator is null");
        samples = List.copyOf(samples);
        x = x.clone();
        y = y.clone();
        fields = List.copyOf(fields);
        values = List.copyOf(values);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }
}
