/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.Representation.Measure;

class RepresentationTest {

    @Test
    void keepsMeasuresAndNotesInTheOrderTheyWereAdded() {
        Measure trust = Measure.of("trustworthiness", 0.9);
        Measure purity = Measure.of("knn-purity", 0.5).about("site");

        Representation map =
                Representation.of(new float[][] {{1, 2}, {3, 4}})
                        .with(trust)
                        .withNote("nothing is measured of view")
                        .with(purity);

        assertThat(map.size()).isEqualTo(2);
        assertThat(map.x(1)).isEqualTo(3);
        assertThat(map.y(1)).isEqualTo(4);
        assertThat(map.measures()).containsExactly(trust, purity);
        assertThat(map.notes()).containsExactly("nothing is measured of view");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAMeasureThatIsNoNumber(double value) {
        assertThatThrownBy(() -> Measure.of("silhouette", value))
                .hasMessage("silhouette is " + value);
    }

    @Test
    void isNotChangedByWhoeverMadeIt() {
        float[][] points = {{1, 2}};
        Representation map = Representation.of(points);

        points[0][0] = 7;

        assertThat(map.x(0)).isEqualTo(1);
    }

    @Test
    void measuresAreEqualIfTheySayTheSame() {
        Measure purity = Measure.of("purity", 0.5).about("site");

        assertThat(Measure.of("purity", 0.5).about("site"))
                .isEqualTo(purity)
                .hasSameHashCodeAs(purity)
                .hasToString("Measure[purity of site: 0.5]");
        assertThat(Measure.of("purity", 0.5)).isNotEqualTo(purity);
        assertThat(Measure.of("purity", 0.25).about("site")).isNotEqualTo(purity);
        assertThat(Measure.of("chance", 0.5).about("site")).isNotEqualTo(purity);
    }

    @Test
    void refusesAPointThatIsNowhere() {
        assertThatThrownBy(() -> Representation.of(new float[][] {{0, Float.NaN}}))
                .hasMessage("a point is not of two finite numbers");
        assertThatThrownBy(() -> Representation.of(new float[][] {{0}}))
                .hasMessage("a point is not of two finite numbers");
    }
}
