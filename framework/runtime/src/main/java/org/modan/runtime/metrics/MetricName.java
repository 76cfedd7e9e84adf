/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric, of images or of patients.
 *
 * @param metric what is measured
 * @param ofPatients whether of patients, by {@link PatientScores}, rather than of images
 */
public record MetricName(Metric metric, boolean ofPatients) {

    /** What stands before a metric of patients. */
    public static final String PATIENT = "patient-";

    public MetricName {
        requireNonNull(metric, "metric is null");
    }

    /** All, in the order in which tables list them: those of images first. */
    public static List<MetricName> all() {
        List<MetricName> names = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            names.add(new MetricName(metric, false));
        }
        for (Metric metric : Metric.values()) {
            names.add(new MetricName(metric, true));
        }
        return names;
    }

    /** Empty if no metric is spelled like this. */
    public static Optional<MetricName> find(String text) {
        return all().stream().filter(name -> name.text().equals(text)).findFirst();
    }

    /** How tables and experiment files spell it: {@code patient-auc}. */
    public String text() {
        return ofPatients ? PATIENT + metric.word() : metric.word();
    }
}
