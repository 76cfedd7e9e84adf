/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One downstream task.
 *
 * @param id what results call it; unique in the experiment
 * @param dataset its labelled images
 * @param folds where its folds are listed; empty to draw them
 */
public record TaskConfig(String id, DatasetConfig dataset, Optional<FoldImportConfig> folds) {

    public TaskConfig {
        requireNonNull(id, "id is null");
        requireNonNull(dataset, "dataset is null");
        requireNonNull(folds, "folds is null");
    }

    /** What messages call it. */
    public String place() {
        return "tasks." + id;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.putAll(dataset.asMap());
        folds.ifPresent(lists -> map.put(FoldImportConfig.KEY, lists.asMap()));
        return map;
    }
}
