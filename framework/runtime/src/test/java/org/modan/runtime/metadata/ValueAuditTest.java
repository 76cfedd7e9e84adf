/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.runtime.experiment.ValueRules;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

class ValueAuditTest {

    @Test
    void aRuleNeedsAFieldInOneOfTheDatasetsAndAnImageWithItsValue() {
        ValueAudit audit =
                audit(
                        Map.of("laterality", Map.of("Rt", "right", "Rtt", "right")),
                        Map.of("lateralty", Map.of("R", "right")),
                        Map.of("view", Map.of("CC", "")),
                        Map.of("device", Map.of("Aplio 500", "Aplio")));
        audit.add(info("laterality", "view"), List.of(sample("laterality", "Rt")));
        audit.add(info(), List.of(sample("device", "Aplio 500"), sample("laterality", "L")));

        assertThat(audit.problems())
                .containsExactly(
                        "values: no dataset of the experiment has the field lateralty; there are device, laterality, view; did you mean laterality?");
        assertThat(audit.warnings())
                .containsExactlyInAnyOrder(
                        "values: no image has laterality Rtt, so its rule does nothing; there are L, Rt; did you mean Rt?",
                        "values: no image has view CC, so its rule does nothing; there are none");
    }

    @Test
    void aFieldOfManyValuesIsNotListedInFull() {
        ValueAudit audit = audit(Map.of("age", Map.of("old", "")));
        audit.add(
                info(), IntStream.range(10, 50).mapToObj(age -> sample("age", "" + age)).toList());

        assertThat(audit.warnings().get(0))
                .endsWith("there are " + String.join(", ", ages()) + " and 20 more");
    }

    private static List<String> ages() {
        return IntStream.range(10, 30).mapToObj(Integer::toString).toList();
    }

    @SafeVarargs
    private static ValueAudit audit(Map<String, Map<String, String>>... rules) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Map<String, Map<String, String>> rule : rules) {
            all.putAll(rule);
        }
        return new ValueAudit(new ValueRules(all));
    }

    private static DatasetInfo info(String... fields) {
        return DatasetInfo.of("painted", List.of(), List.of(fields));
    }

    private static Sample sample(String field, String value) {
        return Sample.withId(field + value).metadata(field, value).build();
    }
}
