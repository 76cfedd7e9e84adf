/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.ScalarNode;
import org.modan.spi.Sample;

/** Reads what becomes of values of metadata: by field, then by value. */
final class ValueRulesReader {

    static final String KEY = "values";

    private ValueRulesReader() {}

    /** Empty if something was reported. */
    static Optional<ValueRules> read(Section experiment) {
        int before = experiment.problems().reports();
        Map<String, Map<String, String>> targets = new LinkedHashMap<>();
        experiment
                .section(KEY)
                .ifPresent(
                        fields ->
                                fields.node()
                                        .entries()
                                        .keySet()
                                        .forEach(field -> readField(fields, field, targets)));
        return experiment.problems().reports() == before
                ? Optional.of(new ValueRules(targets))
                : Optional.empty();
    }

    private static void readField(
            Section fields, String key, Map<String, Map<String, String>> targets) {
        Optional<Section> section = fields.section(key);
        String field = key.strip();
        if (field.isEmpty()) {
            fields.report(key, "names no field; write one in front of the colon");
        } else if (targets.containsKey(field)) {
            fields.report(key, "is there twice; write all its values in one place");
        } else if (section.isPresent()) {
            Map<String, String> values = new LinkedHashMap<>();
            Section rules = section.get();
            rules.node().entries().keySet().forEach(value -> readRule(rules, value, values));
            refuseChains(rules, values);
            targets.put(field, values);
        }
    }

    private static void readRule(Section rules, String key, Map<String, String> values) {
        Node target = rules.node().entries().get(key).value();
        String value = key.strip();
        if (!Sample.isKnown(value)) {
            rules.report(key, "is missing in any case, and stays that; remove it");
        } else if (!(target instanceof ScalarNode)) {
            rules.report(
                    key,
                    "must be a text, or nothing for missing, not '%s'"
                            .formatted(target.toObject()));
        } else if (values.containsKey(value)) {
            rules.report(key, "is there twice; remove one");
        } else {
            String text = target.toText().strip();
            values.put(value, Sample.isKnown(text) ? text : "");
        }
    }

    /** Whether rules apply at once or one after the other must not have to be guessed. */
    private static void refuseChains(Section rules, Map<String, String> values) {
        for (String key : rules.node().entries().keySet()) {
            String target = values.getOrDefault(key.strip(), "");
            String next = values.getOrDefault(target, target);
            if (!next.equals(target)) {
                rules.report(
                        key,
                        "becomes %s, which is itself renamed%s; rules apply at once, so %s"
                                .formatted(
                                        target,
                                        next.isEmpty() ? " to nothing" : " to " + next,
                                        remedy(values, key.strip())));
            }
        }
    }

    private static String remedy(Map<String, String> values, String value) {
        Set<String> seen = new LinkedHashSet<>();
        String last = value;
        while (values.containsKey(last) && seen.add(last) && !values.get(last).equals(last)) {
            last = values.get(last);
        }
        if (seen.contains(last)) {
            return "remove one of " + String.join(", ", seen);
        }
        return last.isEmpty()
                ? "write nothing behind %s too".formatted(value)
                : "write %s: %s".formatted(value, last);
    }
}
