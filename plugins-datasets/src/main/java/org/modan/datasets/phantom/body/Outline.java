/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A closed outline around the origin whose radius varies with the direction: waves for an irregular
 * contour, thin rays for spicules.
 *
 * <p>In direction t the radius is {@code c (1 + w * sum_k a_k cos(k t + p_k) + s * max_j
 * ray_j(t))}, with c such that the area is that of a circle of radius 1, so that size tells nothing
 * of the contour, and k from 2 to {@value #HIGHEST_WAVE}. Cosines of multiples come from the
 * addition theorem, so that only exact arithmetic is needed.
 */
final class Outline {

    private static final int HIGHEST_WAVE = 7;
    private static final int DIRECTIONS = 96;

    private final double[] cosines = new double[HIGHEST_WAVE + 1];
    private final double[] sines = new double[HIGHEST_WAVE + 1];
    private final double[] rayX;
    private final double[] rayY;
    private final double[] rayLength;
    private final double rayCosine;
    private final double scale;

    /**
     * @param waviness standard deviation of the waves, relative to the radius
     * @param spiculation length of the longest rays, relative to the radius
     * @param rays how many
     */
    Outline(double waviness, double spiculation, int rays, RandomGenerator random) {
        requireNonNull(random, "random is null");
        for (int k = 2; k <= HIGHEST_WAVE; k++) {
            double share = waviness * Math.sqrt(2.0 / (HIGHEST_WAVE - 1));
            double phase = 2 * StrictMath.PI * random.nextDouble();
            cosines[k] = share * StrictMath.cos(phase);
            sines[k] = share * StrictMath.sin(phase);
        }
        rayX = new double[rays];
        rayY = new double[rays];
        rayLength = new double[rays];
        for (int j = 0; j < rays; j++) {
            double angle = 2 * StrictMath.PI * (j + 0.7 * random.nextDouble()) / rays;
            rayX[j] = StrictMath.cos(angle);
            rayY[j] = StrictMath.sin(angle);
            rayLength[j] = spiculation * (0.5 + 0.5 * random.nextDouble());
        }
        rayCosine = StrictMath.cos(StrictMath.PI / Math.max(6, 1.6 * rays));
        scale = 1 / rootMeanSquareRadius();
    }

    /** The radius in the direction of a point; of any length but zero. */
    double radius(double x, double y) {
        double length = Math.sqrt(x * x + y * y);
        if (length == 0) {
            return 1;
        }
        double cos = x / length;
        double sin = y / length;
        return scale * (1 + waves(cos, sin) + ray(cos, sin));
    }

    /** A bound on the radius in all directions. */
    double reach() {
        double reach = 1;
        for (int k = 2; k <= HIGHEST_WAVE; k++) {
            reach += Math.sqrt(cosines[k] * cosines[k] + sines[k] * sines[k]);
        }
        return scale * (reach + Arrays.stream(rayLength).max().orElse(0));
    }

    private double rootMeanSquareRadius() {
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * StrictMath.PI * i / DIRECTIONS;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            double radius = 1 + waves(cos, sin) + ray(cos, sin);
            sum += radius * radius;
        }
        return Math.sqrt(sum / DIRECTIONS);
    }

    private double waves(double cos, double sin) {
        double sum = 0;
        double c = cos;
        double s = sin;
        for (int k = 2; k <= HIGHEST_WAVE; k++) {
            double next = c * cos - s * sin;
            s = s * cos + c * sin;
            c = next;
            sum += cosines[k] * c - sines[k] * s;
        }
        return sum;
    }

    private double ray(double cos, double sin) {
        double highest = 0;
        for (int j = 0; j < rayX.length; j++) {
            double near = (cos * rayX[j] + sin * rayY[j] - rayCosine) / (1 - rayCosine);
            if (near > 0) {
                highest = Math.max(highest, rayLength[j] * near * near);
            }
        }
        return highest;
    }
}
