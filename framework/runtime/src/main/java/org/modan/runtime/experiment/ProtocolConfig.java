/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.experiment.section.Words;

/**
 * How encoders are compared: cross-validation, repeated.
 *
 * @param profile which folds are drawn, and which test compares them
 * @param folds of one repeat, at least 2
 * @param repeats at least 1
 */
public record ProtocolConfig(Profile profile, int folds, int repeats) {

    /** Which folds are drawn, and which test compares them. */
    public enum Profile {
        /** The same folds in every repeat, and the Wilcoxon signed-rank test. */
        PAPER,
        /** Grouped folds redrawn for every repeat, and the corrected resampled t-test. */
        RIGOROUS
    }

    public ProtocolConfig {
        requireNonNull(profile, "profile is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("profile", Words.of(profile));
        map.put("folds", folds);
        map.put("repeats", repeats);
        return map;
    }
}
