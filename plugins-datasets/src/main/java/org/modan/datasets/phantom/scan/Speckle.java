/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import org.modan.datasets.phantom.body.Gaussian;

/** The interference pattern of ultrasound that scatters from more than the beam can resolve. */
final class Speckle {

    /** Keeps the logarithm finite where the two parts cancel. */
    private static final double FLOOR = 1e-3;

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
        return smooth(smooth(white, depths), 1);
    }

    /** The kernel (1, 2, 1) at unit power, wrapping around at the end. */
    private static double[] smooth(double[] values, int stride) {
        double scale = 1 / Math.sqrt(6);
        double[] smoothed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[i < stride ? i + values.length - stride : i - stride];
            double after =
                    values[i + stride < values.length ? i + stride : i + stride - values.length];
            smoothed[i] = scale * (before + 2 * values[i] + after);
        }
        return smoothed;
    }
}
