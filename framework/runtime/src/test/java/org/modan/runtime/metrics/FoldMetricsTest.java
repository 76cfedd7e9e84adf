/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldMetricsTest {

    private static final int[] LABELS = {0, 0, 1, 1, 0, 1, 1, 0, 1, 0};
    private static final double[] SCORES = {0.05, 0.1, 0.35, 0.8, 0.62, 0.91, 1.0, 0.3, 0.55, 0.0};
    private static final List<String> NO_GROUPS = Collections.nCopies(10, "");

    @Test
    void areAllThatADoctorAsksFor() {
        Map<String, Double> values = byName(NO_GROUPS, LABELS, SCORES, OptionalDouble.of(0.5));

        assertThat(values.keySet())
                .containsExactly(
                        "auc",
                        "average-precision",
                        "balanced-accuracy",
                        "sensitivity",
                        "specificity",
                        "brier",
                        "calibration-error");
        assertThat(values.get("auc")).isCloseTo(23 / 25.0, within(1e-15));
        assertThat(values.get("sensitivity")).isEqualTo(0.8);
        assertThat(values.get("specificity")).isEqualTo(0.8);
        assertThat(values.get("balanced-accuracy")).isCloseTo(0.8, within(1e-15));
    }

    @Test
    void brierAndCalibrationAreThoseNumpyComputes() {
        Map<String, Double> values = byName(NO_GROUPS, LABELS, SCORES, OptionalDouble.empty());

        assertThat(values.get("brier")).isCloseTo(0.116, within(1e-12));
        assertThat(values.get("calibration-error")).isCloseTo(0.246, within(1e-12));
    }

    @Test
    void withoutAThresholdThereIsNothingToCallPositive() {
        assertThat(byName(NO_GROUPS, LABELS, SCORES, OptionalDouble.empty()).keySet())
                .containsExactly("auc", "average-precision", "brier", "calibration-error");
    }

    @Test
    void scoresThatAreNoProbabilitiesAreNotJudgedAsSuch() {
        double[] logits = SCORES.clone();
        logits[3] = 1.2;

        assertThat(byName(NO_GROUPS, LABELS, logits, OptionalDouble.empty()).keySet())
                .containsExactly("auc", "average-precision");
    }

    @Test
    void aFoldOfOneClassHasOnlyWhatIsDefinedThere() {
        assertThat(
                        byName(
                                List.of("", ""),
                                new int[] {1, 1},
                                new double[] {0.2, 0.9},
                                OptionalDouble.of(0.5)))
                .containsOnlyKeys("sensitivity", "brier", "calibration-error")
                .containsEntry("sensitivity", 0.5);
    }

    @Test
    void aPatientScoresTheMeanOfItsImagesAndIsPositiveIfAnyIs() {
        PatientScores patients =
                PatientScores.of(
                        List.of("a", "b", "a", "", ""),
                        new int[] {0, 0, 1, 1, 0},
                        new double[] {0.2, 0.5, 0.6, 0.9, 0.1});

        assertThat(patients.labels()).containsExactly(1, 0, 1, 0);
        assertThat(patients.scores()).containsExactly(0.4, 0.5, 0.9, 0.1);
        assertThat(
                        byName(
                                List.of("a", "b", "a", "", ""),
                                new int[] {0, 0, 1, 1, 0},
                                new double[] {0.2, 0.5, 0.6, 0.9, 0.1},
                                OptionalDouble.of(0.45)))
                .containsEntry("patient-auc", 0.75)
                .containsEntry("patient-sensitivity", 0.5)
                .containsEntry("patient-specificity", 0.5);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(
                        () ->
                                byName(
                                        List.of("", ""),
                                        new int[] {0, 1},
                                        new double[] {0.5, Double.NaN},
                                        OptionalDouble.empty()))
                .hasMessage("a score is NaN");
        assertThatThrownBy(() -> RocAuc.of(new int[] {0, 2}, new double[] {0.5, 0.1}))
                .hasMessage("a label is 2, not 0 or 1");
    }

    @Test
    void everyNameIsFoundAgain() {
        assertThat(MetricName.all()).hasSize(14);
        for (MetricName name : MetricName.all()) {
            assertThat(MetricName.find(name.text())).contains(name);
        }
        assertThat(MetricName.find("accuracy")).isEmpty();
    }

    private static Map<String, Double> byName(
            List<String> groups, int[] labels, double[] scores, OptionalDouble threshold) {
        return FoldMetrics.of(groups, labels, scores, threshold).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().text(),
                                Map.Entry::getValue,
                                (a, b) -> a,
                                LinkedHashMap::new));
    }
}
