/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Sample;

class ValueRulesTest {

    private static final String ARMS = "pretrain: [scratch]\n";

    @TempDir private Path folder;

    private ValueRules read(String yaml, String... sets) {
        return new ExperimentFolder(folder).readOne(ARMS + yaml, sets).rules().values();
    }

    private List<String> mistakes(String yaml) {
        return new ExperimentFolder(folder).mistakes(ARMS + yaml);
    }

    @Test
    void renamesMergesAndDropsValues() {
        ValueRules rules =
                read(
                        """
                        values:
                          laterality: {Rt: right, " R ": right, "N/A": , none: UNKNOWN, NO: " left "}
                          birads: {1: low, 4a: 4}
                          site:
                        """);

        assertThat(apply(rules, "laterality", "Rt")).containsEntry("laterality", "right");
        assertThat(apply(rules, "laterality", "R")).containsEntry("laterality", "right");
        assertThat(apply(rules, "laterality", "r")).as("exactly").containsEntry("laterality", "r");
        assertThat(apply(rules, "laterality", "N/A")).isEmpty();
        assertThat(apply(rules, "laterality", "none")).isEmpty();
        assertThat(apply(rules, "laterality", "NO")).containsEntry("laterality", "left");
        assertThat(apply(rules, "birads", "1")).containsEntry("birads", "low");
        assertThat(apply(rules, "birads", "4a")).containsEntry("birads", "4");
        assertThat(apply(rules, "device", "Rt")).containsEntry("device", "Rt");
        assertThat(apply(rules, "site", "north")).containsEntry("site", "north");
    }

    @Test
    void whatElseIsKnownOfAnImageStays() {
        Sample sample = Sample.withId("a.png").group("p").label(1).metadata("side", "Rt").build();

        Sample renamed = read("values: {side: {Rt: right}}").apply(sample);

        assertThat(renamed.id()).isEqualTo("a.png");
        assertThat(renamed.group()).contains("p");
        assertThat(renamed.label()).hasValue(1);
        assertThat(renamed.metadata()).isEqualTo(Map.of("side", "right"));
        assertThat(sample.metadata()).isEqualTo(Map.of("side", "Rt"));
    }

    @Test
    void aRuleThatWouldNeedAnotherAfterItIsRefusedWithWhatToWrite() {
        assertThat(
                        mistakes(
                                """
                                values:
                                  side:
                                    Rt: R
                                    R: right
                                    rt: Rt
                                    left: left
                                    l: left
                                  device:
                                    old: none
                                    none: ''
                                    a: b
                                    b: a
                                """))
                .containsExactly(
                        "study.yaml:4: values.side.Rt becomes R, which is itself renamed to right; rules apply at once, so write Rt: right",
                        "study.yaml:6: values.side.rt becomes Rt, which is itself renamed to R; rules apply at once, so write rt: right",
                        "study.yaml:10: values.device.old becomes none, which is itself renamed to nothing; rules apply at once, so write nothing behind old too",
                        "study.yaml:12: values.device.a becomes b, which is itself renamed to a; rules apply at once, so remove one of a, b",
                        "study.yaml:13: values.device.b becomes a, which is itself renamed to b; rules apply at once, so remove one of b, a");
    }

    @Test
    void whatIsNoRuleIsRefusedWhereItStands() {
        assertThat(
                        mistakes(
                                """
                                values:
                                  side: right
                                  device:
                                    old: [a, b]
                                    Unknown: new
                                    '': new
                                    x: y
                                    ' x': z
                                  ' device': {y: z}
                                  ' ': {y: z}
                                """))
                .containsExactly(
                        "study.yaml:3: values.side must be 'key: value' pairs, not 'right'",
                        "study.yaml:5: values.device.old must be a text, or nothing for missing, not '[a, b]'",
                        "study.yaml:6: values.device.Unknown is missing in any case, and stays that; remove it",
                        "study.yaml:7: values.device. is missing in any case, and stays that; remove it",
                        "study.yaml:9: values.device. x is there twice; remove one",
                        "study.yaml:10: values. device is there twice; write all its values in one place",
                        "study.yaml:11: values.  names no field; write one in front of the colon");
        assertThat(mistakes("values: [a]"))
                .containsExactly("study.yaml:2: values must be 'key: value' pairs, not '[a]'");
    }

    @Test
    void aValueCanBeSetAndVaried() {
        assertThat(read("", "values.side.Rt=right").targets())
                .isEqualTo(Map.of("side", Map.of("Rt", "right")));
        assertThat(read("values: {side: {Rt: right}}", "values={side: {Rt: }}").targets())
                .isEqualTo(Map.of("side", Map.of("Rt", "")));

        ExperimentFile file =
                new ExperimentFolder(folder)
                        .read(ARMS + "matrix: {values: [{}, {side: {Rt: right, 'N/A': }}]}");

        assertThat(file.variants().stream().map(Variant::label))
                .containsExactly("values=", "values=side:Rt:right+N/A:");
        assertThat(file.variants().get(0).experiment().rules().values()).isEqualTo(ValueRules.NONE);
        assertThat(new ExperimentFolder(folder).read(file.resolvedYaml()).variants())
                .extracting(variant -> variant.experiment().rules())
                .containsExactlyElementsOf(
                        file.variants().stream().map(one -> one.experiment().rules()).toList());
    }

    private static Map<String, String> apply(ValueRules rules, String field, String value) {
        return rules.apply(Sample.withId("a.png").metadata(field, value).build()).metadata();
    }
}
