/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Seed;

class SpeckleTest {

    private static final int BEAMS = 300;
    private static final int DEPTHS = 400;

    private final double[] decibels =
            Speckle.decibels(BEAMS, DEPTHS, new Gaussian(new Seed(3).random()));

    @Test
    void hasAnIntensityOfMeanOne() {
        double intensity =
                Arrays.stream(decibels).map(db -> Math.pow(10, db / 10)).average().orElseThrow();

        assertThat(intensity).isCloseTo(1, within(0.03));
    }

    /** Fully developed speckle has a mean-to-deviation ratio of the envelope of 1.91. */
    @Test
    void hasAnEnvelopeAfterRayleigh() {
        double[] envelope = Arrays.stream(decibels).map(db -> Math.pow(10, db / 20)).toArray();
        double mean = Arrays.stream(envelope).average().orElseThrow();
        double variance =
                Arrays.stream(envelope).map(a -> (a - mean) * (a - mean)).average().orElseThrow();

        assertThat(mean / Math.sqrt(variance)).isCloseTo(1.91, within(0.04));
    }

    @Test
    void hasWiderGrainsAcrossTheBeamsThanAlongThem() {
        assertThat(correlation(2 * DEPTHS)).isGreaterThan(correlation(2) + 0.05);
        assertThat(correlation(8 * DEPTHS)).isCloseTo(0, within(0.03));
    }

    private double correlation(int lag) {
        double mean = Arrays.stream(decibels).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i + lag < decibels.length; i++) {
            product += (decibels[i] - mean) * (decibels[i + lag] - mean);
            square += (decibels[i] - mean) * (decibels[i] - mean);
        }
        return product / square;
    }
}
