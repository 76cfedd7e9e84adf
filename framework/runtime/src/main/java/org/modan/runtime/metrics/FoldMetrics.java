/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Every metric that is defined on a fold. */
public final class FoldMetrics {

    private FoldMetrics() {}

    /**
     * @param groups the patient of each image, empty texts where none is known; without any there
     *     are no metrics of patients
     * @param labels 0 or 1, of each image
     * @param scores finite, of each image; the higher, the more likely 1
     * @param threshold from which a score is positive, chosen on images of the training part; for
     *     want of another it serves for patients too
     * @return values by name, in the order of {@link MetricName#all}; what is not defined is absent
     * @throws IllegalArgumentException if lengths differ or a score is no number
     */
    public static Map<MetricName, Double> of(
            List<String> groups, int[] labels, double[] scores, OptionalDouble threshold) {
        Map<MetricName, Double> values = new LinkedHashMap<>();
        add(values, false, labels, scores, threshold);
        if (groups.stream().anyMatch(group -> !group.isEmpty())) {
            PatientScores patients = PatientScores.of(groups, labels, scores);
            add(values, true, patients.labels(), patients.scores(), threshold);
        }
        return Collections.unmodifiableMap(values);
    }

    private static void add(
            Map<MetricName, Double> values,
            boolean ofPatients,
            int[] labels,
            double[] scores,
            OptionalDouble threshold) {
        for (Metric metric : Metric.values()) {
            metric.of(labels, scores, threshold)
                    .ifPresent(value -> values.put(new MetricName(metric, ofPatients), value));
        }
    }
}
