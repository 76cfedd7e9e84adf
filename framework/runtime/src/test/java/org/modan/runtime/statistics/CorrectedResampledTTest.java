/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.modan.runtime.statistics.CorrectedResampledT.Result;

class CorrectedResampledTTest {

    private static final PairedDifferences FOLDS =
            Examples.differences(
                    0.012, -0.004, 0.031, 0.008, 0.015, 0.022, -0.011, 0.017, 0.003, 0.026);

    @Test
    void isTheFormulaOfNadeauAndBengioWithSciPysDistribution() {
        Result result = result(FOLDS, 0.25, Alternative.TWO_SIDED);

        // scipy 1.10.1: se = sqrt(var(ddof=1) * (1/10 + 1/4)); stats.t with 9 degrees of freedom
        assertThat(result.mean()).isCloseTo(0.0119, within(1e-15));
        assertThat(result.standardError()).isCloseTo(0.00782101868897737, within(1e-15));
        assertThat(result.statistic()).isCloseTo(1.5215409236614381, within(1e-12));
        assertThat(result.degreesOfFreedom()).isEqualTo(9);
        assertThat(result.p()).isCloseTo(0.16245088246506664, within(1e-12));
        assertThat(result.interval().low()).isCloseTo(-0.005792373447201319, within(1e-12));
        assertThat(result.interval().high()).isCloseTo(0.029592373447201316, within(1e-12));
        assertThat(result(FOLDS, 0.25, Alternative.GREATER).p())
                .isCloseTo(0.08122544123253332, within(1e-12));
        assertThat(result(FOLDS, 0.25, Alternative.LESS).p())
                .isCloseTo(0.9187745587674666, within(1e-12));
    }

    @Test
    void withoutTheCorrectionItIsStudentsTestOfFishersExample() {
        Result result = result(Examples.maize(), 0, Alternative.TWO_SIDED);

        // Fisher, The Design of Experiments: t = 2.148, 14 degrees of freedom
        assertThat(result.statistic()).isCloseTo(2.1479874613311205, within(1e-12));
        assertThat(result.p()).isCloseTo(0.0497029440218009, within(1e-12));
        assertThat(result.interval().low()).isCloseTo(0.03119331840152384, within(1e-9));
        assertThat(result.interval().high()).isCloseTo(41.83547334826514, within(1e-9));
    }

    @Test
    void saysWhyThereIsNoTest() {
        assertThat(reason(Examples.differences(0.1)))
                .isEqualTo("a t-test needs at least two differences, not 1");
        assertThat(reason(Examples.differences(0, 0, 0)))
                .isEqualTo("all differences are zero: they have no spread to test with");
        assertThat(
                        reason(
                                PairedDifferences.of(
                                        new double[] {0.3, 0.4, 0.9},
                                        new double[] {0.1, 0.2, 0.7})))
                .isEqualTo("all differences are the same: they have no spread to test with");
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> CorrectedResampledT.test(FOLDS, -1, Alternative.LESS))
                .hasMessage("n_test/n_train is -1.0");
    }

    private static Result result(
            PairedDifferences differences, double testToTrain, Alternative alternative) {
        return CorrectedResampledT.test(differences, testToTrain, alternative)
                .result()
                .orElseThrow();
    }

    private static String reason(PairedDifferences differences) {
        return CorrectedResampledT.test(differences, 0.25, Alternative.TWO_SIDED)
                .reason()
                .orElseThrow();
    }
}
