/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import java.util.Arrays;
import org.modan.nn.layer.Gaussian;

/** The interference pattern of ultrasound that scatters from more than the beam can resolve. */
final class Speckle {

    /** Keeps the logarithm finite where the two parts cancel. */
    private static final double FLOOR = 1e-3;

    private static final double[] ACROSS = {1, 4, 6, 4, 1};
    private static final double[] ALONG = {1, 2, 1};

    private Speckle() {}

    /**
     * The intensity of fully developed speckle in decibels relative to its mean, beam by beam: the
     * squared magnitude of a complex Gaussian field of unit power. Neighbours are correlated over
     * about three beams and two depths, the resolution of a probe.
     */
    static double[] decibels(int beams, int depths, Gaussian gaussian) {
        double[] real = field(beams, depths, gaussian);
        double[] imaginary = field(beams, depths, gaussian);
        double[] decibels = new double[real.length];
        for (int i = 0; i < decibels.length; i++) {
            double intensity = (real[i] * real[i] + imaginary[i] * imaginary[i]) / 2;
            decibels[i] = 10 * StrictMath.log10(intensity + FLOOR);
        }
        return decibels;
    }

    private static double[] field(int beams, int depths, Gaussian gaussian) {
        double[] white = new double[beams * depths];
        for (int i = 0; i < white.length; i++) {
            white[i] = gaussian.next();
        }
        return smooth(smooth(white, depths, ACROSS), 1, ALONG);
    }

    /** Filters in one direction at unit power, wrapping around at the ends. */
    private static double[] smooth(double[] values, int stride, double[] kernel) {
        double scale = 1 / Math.sqrt(Arrays.stream(kernel).map(weight -> weight * weight).sum());
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            int at = i - kernel.length / 2 * stride;
            for (double weight : kernel) {
                sum += weight * values[Math.floorMod(at, values.length)];
                at += stride;
            }
            smoothed[i] = scale * sum;
        }
        return smoothed;
    }
}
