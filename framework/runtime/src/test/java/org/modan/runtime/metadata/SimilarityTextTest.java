/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimilarityTextTest {

    @Test
    void isTheSmallFractionThatTheFloatIsNearestTo() {
        assertThat(SimilarityText.of(0)).isEqualTo("0");
        assertThat(SimilarityText.of(1)).isEqualTo("1");
        assertThat(SimilarityText.of(2f / 6)).isEqualTo("1/3");
        assertThat(SimilarityText.of(3f / 5)).isEqualTo("3/5");
        assertThat(SimilarityText.of(0.2f)).isEqualTo("1/5");
        assertThat(SimilarityText.of(63f / 64)).isEqualTo("63/64");
    }

    @Test
    void isThreeDecimalsWhereNoSmallFractionIsMeant() {
        assertThat(SimilarityText.of(0.3334f)).isEqualTo("0.333");
        assertThat(SimilarityText.of(333f / 1010)).isEqualTo("0.330");
    }
}
