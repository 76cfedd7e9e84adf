/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.experiment.section.Words;

/**
 * How an experiment takes its datasets, all of them in the same way.
 *
 * @param values what it calls the values of metadata
 * @param onBadImage what becomes of images that cannot be read
 */
public record DatasetRules(ValueRules values, OnBadImage onBadImage) {

    static final String ON_BAD_IMAGE = "on-bad-image";

    /** For who says nothing of it. */
    public static final DatasetRules STANDARD = new DatasetRules(ValueRules.NONE, OnBadImage.FAIL);

    public DatasetRules {
        requireNonNull(values, "values is null");
        requireNonNull(onBadImage, "onBadImage is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(ValueRulesReader.KEY, values.targets());
        map.put(ON_BAD_IMAGE, Words.of(onBadImage));
        return map;
    }
}
