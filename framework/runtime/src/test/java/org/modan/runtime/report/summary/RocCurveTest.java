/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.runtime.cell.Predictions.Prediction;

class RocCurveTest {

    private static final double GRID = 1.0 / (RocCurve.POINTS - 1);

    @Test
    void aPerfectFoldRisesAtOnce() {
        double[] rates = curve(fold(0, 0, new int[] {0, 0, 1, 1}, .1, .2, .8, .9));

        assertThat(rates).hasSize(101).containsOnly(1.0);
    }

    @Test
    void tiesAreADiagonal() {
        double[] rates = curve(fold(0, 0, new int[] {0, 1}, .5, .5));

        for (int i = 0; i < rates.length; i++) {
            assertThat(rates[i]).isEqualTo(i * GRID, within(1e-12));
        }
    }

    @Test
    void stepsAreWhereTheNegativesAre() {
        double[] rates = curve(fold(0, 0, new int[] {1, 0, 1, 0}, .9, .8, .7, .6));

        assertThat(rates[0]).isEqualTo(0.5);
        assertThat(rates[49]).isEqualTo(0.5);
        assertThat(rates[50]).isEqualTo(1);
        assertThat(rates[100]).isEqualTo(1);
    }

    @Test
    void foldsAreAveragedWithinARepeatAndThenTheRepeats() {
        List<Prediction> all = new ArrayList<>();
        all.addAll(fold(0, 0, new int[] {0, 1}, .1, .9));
        all.addAll(fold(0, 1, new int[] {0, 1}, .9, .1));
        all.addAll(fold(1, 0, new int[] {0, 1}, .1, .9));

        assertThat(curve(all)[10]).isEqualTo((0.5 + 1) / 2, within(1e-12));
    }

    @Test
    void scoresOfDifferentFoldsAreNotPooled() {
        List<Prediction> all = new ArrayList<>();
        all.addAll(fold(0, 0, new int[] {0, 1}, .1, .2));
        all.addAll(fold(0, 1, new int[] {0, 1}, .8, .9));

        assertThat(curve(all)).containsOnly(1.0);
    }

    @Test
    void aFoldOfOneClassHasNoCurve() {
        assertThat(RocCurve.of(fold(0, 0, new int[] {1, 1}, .1, .2))).isEmpty();
        assertThat(RocCurve.of(List.of())).isEmpty();
    }

    private static double[] curve(List<Prediction> predictions) {
        return RocCurve.of(predictions).orElseThrow().truePositiveRates();
    }

    private static List<Prediction> fold(int repeat, int fold, int[] labels, double... scores) {
        List<Prediction> part = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            part.add(new Prediction("s" + i, "", repeat, fold, labels[i], scores[i]));
        }
        return part;
    }
}
