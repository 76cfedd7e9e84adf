/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PairedDifferencesTest {

    @Test
    void roundingMakesNoDifference() {
        double third = 0.1 + 0.2;
        PairedDifferences differences =
                PairedDifferences.of(new double[] {third, 0.9, 0.3}, new double[] {0.3, 0.8, 0.4});

        assertThat(third).isNotEqualTo(0.3);
        assertThat(0.9 - 0.8).isNotEqualTo(0.4 - 0.3);
        assertThat(differences.zeros()).isEqualTo(1);
        assertThat(differences.values()[1]).isEqualTo(-differences.values()[2]);
    }

    @Test
    void smallValuesKeepTheirDifferences() {
        assertThat(PairedDifferences.of(new double[] {3e-20, 1e-20}, new double[] {1e-20, 1e-20}))
                .satisfies(one -> assertThat(one.zeros()).isEqualTo(1))
                .satisfies(one -> assertThat(one.values()[0]).isEqualTo(3e-20 - 1e-20));
    }

    @Test
    void refusesWhatHasNoPartnerOrIsNoNumber() {
        assertThatThrownBy(() -> PairedDifferences.of(new double[2], new double[3]))
                .hasMessage("2 values cannot be paired with 3");
        assertThatThrownBy(() -> PairedDifferences.of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessage("a value is NaN");
    }
}
