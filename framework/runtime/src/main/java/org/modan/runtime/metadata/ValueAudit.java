/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.modan.runtime.experiment.ValueRules;
import org.modan.runtime.text.DidYouMean;
import org.modan.runtime.text.Few;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/**
 * Compares what an experiment renames with what its images have: a rule may be meant for one of its
 * datasets, but not for none.
 */
public final class ValueAudit {

    private static final int MOST_LISTED = 20;

    private final ValueRules rules;
    private final Set<String> fields = new TreeSet<>();
    private final Map<String, Set<String>> values = new TreeMap<>();

    public ValueAudit(ValueRules rules) {
        this.rules = requireNonNull(rules, "rules is null");
        rules.targets().keySet().forEach(field -> values.put(field, new TreeSet<>()));
    }

    /**
     * Takes account of a dataset.
     *
     * @param samples as its adapter has them
     */
    public void add(DatasetInfo info, Collection<Sample> samples) {
        fields.addAll(info.fields());
        for (Sample sample : samples) {
            sample.metadata()
                    .forEach(
                            (field, value) -> {
                                fields.add(field);
                                values.computeIfPresent(field, (name, known) -> with(known, value));
                            });
        }
    }

    private static Set<String> with(Set<String> known, String value) {
        known.add(value);
        return known;
    }

    /** Fields that are in none of the datasets; sentences. */
    public List<String> problems() {
        return rules.targets().keySet().stream()
                .filter(field -> !fields.contains(field))
                .map(
                        field ->
                                "values: no dataset of the experiment has the field %s%s"
                                        .formatted(field, instead(field, fields)))
                .toList();
    }

    /** Values that no image has, of fields there are; sentences. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        rules.targets()
                .forEach(
                        (field, targets) ->
                                targets.keySet().stream()
                                        .filter(value -> fields.contains(field))
                                        .filter(value -> !values.get(field).contains(value))
                                        .map(value -> unused(field, value))
                                        .forEach(warnings::add));
        return warnings;
    }

    private String unused(String field, String value) {
        return "values: no image has %s %s, so its rule does nothing%s"
                .formatted(field, value, instead(value, values.get(field)));
    }

    private static String instead(String name, Set<String> known) {
        if (known.isEmpty()) {
            return "; there are none";
        }
        return "; there are %s%s"
                .formatted(
                        Few.of(known, MOST_LISTED),
                        DidYouMean.suggest(name, known)
                                .map("; did you mean %s?"::formatted)
                                .orElse(""));
    }
}
