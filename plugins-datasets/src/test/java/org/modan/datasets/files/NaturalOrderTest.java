/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void countsAsPeopleDo() {
        List<String> sorted =
                List.of("b (1).png", "a (10).png", "a (9).png", "a (2)_1.png", "a (2).png").stream()
                        .sorted(new NaturalOrder())
                        .toList();

        assertThat(sorted)
                .containsExactly(
                        "a (2).png", "a (2)_1.png", "a (9).png", "a (10).png", "b (1).png");
    }

    @Test
    void tellsNamesApartThatDifferInLeadingZerosOnly() {
        NaturalOrder order = new NaturalOrder();

        assertThat(order.compare("a01", "a1")).isNegative();
        assertThat(order.compare("a1", "a01")).isPositive();
        assertThat(order.compare("a1", "a1")).isZero();
    }

    @Test
    void comparesNumbersOfAnyLength() {
        assertThat(new NaturalOrder().compare("9".repeat(30), "1" + "0".repeat(30))).isNegative();
    }
}
