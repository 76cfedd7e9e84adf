/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One combination of a matrix's axes.
 *
 * @param label {@code metadata=modality+anatomy,image-size=32}; empty without a matrix
 * @param axes what each axis was set to, in the matrix's order
 * @param experiment the whole experiment with these settings
 */
public record Variant(String label, Map<String, String> axes, Experiment experiment) {

    public Variant {
        requireNonNull(label, "label is null");
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        requireNonNull(experiment, "experiment is null");
    }

    /** What results call the arms. */
    public List<String> armLabels() {
        return experiment.arms().stream().map(arm -> new ArmLabel(arm.id(), label).text()).toList();
    }
}
