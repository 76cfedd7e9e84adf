/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.modan.spi.Seed;

/**
 * The expected shares are closed forms. With s the area's share, uniform on [0.2, 1], and l the
 * log-ratio, uniform on [-L, L], L = log 4/3, a draw fits if |l| <= -log s; the shares below are
 * conditional on that. 20,000 draws know a share to 0.0035 (one standard deviation).
 */
class CropTest {

    private static final int SIZE = 2000;
    private static final int DRAWS = 20_000;
    private static final double L = Math.log(4.0 / 3);

    private static List<Crop> crops;

    @BeforeAll
    static void draw() {
        RandomGenerator random = new Seed(1).random();
        crops = Stream.generate(() -> Crop.draw(SIZE, 0.2, 1, random)).limit(DRAWS).toList();
    }

    @Test
    void areaFollowsTorchvisionsDistribution() {
        double fitting = 0.55 + (0.25 + 0.75 * Math.log(0.75)) / L;

        assertThat(share(crop -> area(crop) < 0.5)).isCloseTo(0.3 / fitting, within(0.015));
        assertThat(share(crop -> area(crop) < 0.75)).isCloseTo(0.55 / fitting, within(0.015));
        assertThat(share(crop -> area(crop) < 0.199)).isZero();
    }

    @Test
    void ratioIsUniformInItsLogarithmAmongThoseThatFit() {
        double expected = (1 - Math.exp(-L / 2) - 0.1 * L) / (1 - Math.exp(-L) - 0.2 * L);

        assertThat(share(crop -> Math.abs(logRatio(crop)) < L / 2))
                .isCloseTo(expected, within(0.015));
        assertThat(share(crop -> logRatio(crop) < 0)).isCloseTo(0.5, within(0.015));
        assertThat(share(crop -> Math.abs(logRatio(crop)) > L + 0.01)).isZero();
    }

    @Test
    void placesAreUniformAndInside() {
        assertThat(crops)
                .allMatch(crop -> crop.column() >= 0 && crop.column() + crop.width() <= SIZE)
                .allMatch(crop -> crop.row() >= 0 && crop.row() + crop.height() <= SIZE);
        assertThat(share(crop -> crop.column() < 0.25 * (SIZE - crop.width())))
                .isCloseTo(0.25, within(0.015));
        assertThat(share(crop -> crop.row() < 0.25 * (SIZE - crop.height())))
                .isCloseTo(0.25, within(0.015));
    }

    @Test
    void takesTheWholeImageWhereNoTryFits() {
        RandomGenerator random = new Seed(2).random();

        // Four times the area never fits.
        assertThat(Crop.draw(64, 4, 4, random)).isEqualTo(new Crop(0, 0, 64, 64));
    }

    private static double share(Predicate<Crop> property) {
        return (double) crops.stream().filter(property).count() / crops.size();
    }

    private static double area(Crop crop) {
        return (double) crop.width() * crop.height() / SIZE / SIZE;
    }

    private static double logRatio(Crop crop) {
        return Math.log((double) crop.width() / crop.height());
    }
}
