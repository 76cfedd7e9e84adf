/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.modan.spi.Digests;
import org.modan.spi.Seed;

class GaussianTest {

    @Test
    void isStandardNormal() {
        Gaussian gaussian = new Gaussian(new Seed(1).random());
        int count = 1_000_000;
        double mean = 0;
        double square = 0;
        double fourth = 0;
        int within1 = 0;
        int beyond3 = 0;
        for (int i = 0; i < count; i++) {
            double x = gaussian.next();
            mean += x / count;
            square += x * x / count;
            fourth += x * x * x * x / count;
            within1 += Math.abs(x) < 1 ? 1 : 0;
            beyond3 += Math.abs(x) > 3 ? 1 : 0;
        }

        // Five standard errors of each estimate at a million draws.
        assertThat(mean).isCloseTo(0, within(0.005));
        assertThat(square).isCloseTo(1, within(0.0075));
        assertThat(fourth).isCloseTo(3, within(0.05));
        assertThat(within1 / (double) count).isCloseTo(0.682689, within(0.0024));
        assertThat(beyond3 / (double) count).isCloseTo(0.002700, within(0.00026));
    }

    @Test
    void neighboursAreIndependent() {
        Gaussian gaussian = new Gaussian(new Seed(2).random());
        int pairs = 500_000;
        double product = 0;
        for (int i = 0; i < pairs; i++) {
            product += gaussian.next() * gaussian.next() / pairs;
        }

        assertThat(product).isCloseTo(0, within(0.007));
    }

    @Test
    void anEncodersFirstWeightsAreTheSameOnEveryJava() {
        RandomGenerator random = new Seed(7).derive("initialise", "conv1.weight").random();

        float[] weights = Initializers.heNormalFanOut(200_000, 576).apply(random);

        int[] bits = new int[weights.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(weights[i]));
        assertThat(Digests.ofText(Arrays.toString(bits)))
                .isEqualTo("b37fa425c318be6b6161e6e281c9a5654e5a7daca11324c2e323ca6846eaf4f7");
    }
}
