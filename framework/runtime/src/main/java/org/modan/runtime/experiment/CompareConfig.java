/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.section.Words;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Alternative;

/**
 * Which arm the others are tested against, and for what.
 *
 * @param reference id of an arm, or of a matrix's arm with its values in brackets; the first arm
 *     unless the experiment names another
 * @param alternative of the reference over an arm: with {@code GREATER}, that the reference does
 *     better, which of a metric where smaller is better means a smaller value. Two-sided unless the
 *     experiment says otherwise, but {@code GREATER} in the profile {@code paper}, whose proposed
 *     method is the reference
 * @param metrics that are tested: the primary one, whose comparisons are the family that Holm's
 *     adjustment is for, and others to look at
 */
public record CompareConfig(
        Optional<String> reference, Alternative alternative, List<MetricName> metrics) {

    public CompareConfig {
        requireNonNull(reference, "reference is null");
        requireNonNull(alternative, "alternative is null");
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("there is no metric to test");
        }
    }

    /** The metric whose comparisons make the declared family. */
    public MetricName primary() {
        return metrics.get(0);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        reference.ifPresent(id -> map.put("reference", id));
        map.put("alternative", Words.of(alternative));
        map.put("metrics", metrics.stream().map(MetricName::text).toList());
        return map;
    }
}
