/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a generated run's experiment.yaml holds. */
record GeneratedSettings(
        List<String> arms,
        List<String> tasks,
        List<String> evaluators,
        boolean control,
        boolean maps,
        String profile,
        int folds,
        int repeats,
        String reference) {

    Map<String, Object> tree() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", "generated");
        root.put("seed", 5);
        root.put("image-size", 32);
        root.put("encoder", Map.of("name", "resnet18"));
        root.put("corpus", Map.of("dataset", "phantom"));
        root.put("metadata", List.of("modality", "anatomy"));
        root.put("pretrain", entries(arms, "strategy", "mulsupcon"));
        root.put("tasks", entries(tasks, "dataset", "phantom"));
        List<Object> all = new ArrayList<>(entries(evaluators, "evaluator", "fine-tune"));
        if (control) {
            all.addAll(entries(List.of("metadata-only"), "evaluator", "metadata-only"));
        }
        if (maps) {
            all.addAll(entries(List.of("embedding-map"), "evaluator", "embedding-map"));
        }
        root.put("evaluators", all);
        Map<String, Object> protocol = new LinkedHashMap<>();
        protocol.put("profile", profile);
        protocol.put("folds", folds);
        protocol.put("repeats", repeats);
        root.put("protocol", protocol);
        Map<String, Object> compare = new LinkedHashMap<>();
        compare.put("reference", reference);
        compare.put("alternative", profile.equals("paper") ? "greater" : "two-sided");
        compare.put("metrics", List.of("auc"));
        root.put("compare", compare);
        return root;
    }

    private static List<Object> entries(List<String> ids, String key, String value) {
        List<Object> entries = new ArrayList<>();
        for (String id : ids) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", id);
            entry.put(key, value);
            entries.add(entry);
        }
        return entries;
    }
}
