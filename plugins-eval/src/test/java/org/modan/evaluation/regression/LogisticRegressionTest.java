/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.evaluation.ScikitLearn;
import org.modan.spi.ModanException;

class LogisticRegressionTest {

    private static final LogisticRegression REGRESSION = new LogisticRegression(1e-8);

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1", "100"})
    void hasTheCoefficientsOfScikitLearn(String penalty) {
        LogisticModel model =
                REGRESSION.fit(rows(), ScikitLearn.labels(), Double.parseDouble(penalty));

        double[] expected = ScikitLearn.values("logistic-%s-raw-coefficients".formatted(penalty));
        assertThat(model.weights()).containsExactly(Arrays.copyOf(expected, 6), within(1e-6));
        assertThat(model.intercept()).isCloseTo(expected[6], within(1e-6));
    }

    @Test
    void separableRowsHaveAMinimumToo() {
        Design rows = DenseDesign.of(new double[][] {{-1, 5}, {-2, 3}, {1, 4}, {3, 5}});
        int[] labels = {0, 0, 1, 1};

        LogisticModel model = REGRESSION.fit(rows, labels, 1e-6);

        assertThat(model.weights()[0]).isGreaterThan(5);
        assertThat(model.probabilities(rows)[0]).isLessThan(1e-3);
        assertThat(model.probabilities(rows)[2]).isGreaterThan(1 - 1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 10, 1e5})
    void whereItStartsDoesNotMatter(double penaltyOfStart) {
        LogisticModel start = REGRESSION.fit(rows(), ScikitLearn.labels(), penaltyOfStart);

        LogisticModel model = REGRESSION.fit(rows(), ScikitLearn.labels(), 1, start);

        assertThat(model.weights())
                .containsExactly(
                        REGRESSION.fit(rows(), ScikitLearn.labels(), 1).weights(), within(1e-7));
    }

    @Test
    void saysWhereNoMinimumIsFound() {
        // Where every probability is 0 or 1 to the last bit, nothing tells which way to go.
        LogisticModel saturated = new LogisticModel(new double[] {0, 0, 0, 0, 0, 0}, 1e4);

        assertThatThrownBy(() -> REGRESSION.fit(rows(), ScikitLearn.labels(), 1, saturated))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "a regression on 60 rows of 6 columns with penalty 1.0 did not converge; bring its columns to one scale (standardise: true), or raise the penalty");
    }

    @Test
    void refusesRowsOfOneClass() {
        assertThatThrownBy(() -> REGRESSION.fit(rows(), new int[60], 1))
                .hasMessage("all 60 rows of a regression have label 0; it needs both");
    }

    private static Design rows() {
        float[][] table = ScikitLearn.train();
        double[][] rows = new double[table.length][table[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = table[i][j];
            }
        }
        return DenseDesign.of(rows);
    }
}
