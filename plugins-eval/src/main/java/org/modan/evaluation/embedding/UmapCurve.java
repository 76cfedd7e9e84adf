/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

/**
 * UMAP's similarity in the map, {@code 1 / (1 + a d^(2b))}, with a and b fitted by least squares to
 * 1 up to {@code min-dist} and {@code exp(min-dist - d)} beyond, at 300 distances from 0 to 3
 * (McInnes et al. 2018, section 3.2 and definition 11; spread 1).
 */
record UmapCurve(double a, double b) {

    private static final int POINTS = 300;
    private static final double FARTHEST = 3;
    private static final int STEPS = 200;

    /** By Gauss-Newton steps, damped after Levenberg and Marquardt. */
    static UmapCurve fitted(double minDistance) {
        UmapCurve curve = new UmapCurve(1, 1);
        double damping = 1e-3;
        double error = curve.error(minDistance);
        for (int i = 0; i < STEPS; i++) {
            UmapCurve next = curve.step(minDistance, damping);
            double nextError = next.a > 0 && next.b > 0 ? next.error(minDistance) : error;
            if (nextError < error) {
                curve = next;
                error = nextError;
                damping /= 10;
            } else {
                damping *= 10;
            }
        }
        return curve;
    }

    private UmapCurve step(double minDistance, double damping) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ga = 0;
        double gb = 0;
        for (int i = 1; i < POINTS; i++) {
            double x = distance(i);
            double power = StrictMath.pow(x, 2 * b);
            double value = 1 / (1 + a * power);
            double byA = -value * value * power;
            double byB = byA * a * 2 * StrictMath.log(x);
            double residual = target(x, minDistance) - value;
            aa += byA * byA;
            ab += byA * byB;
            bb += byB * byB;
            ga += byA * residual;
            gb += byB * residual;
        }
        aa *= 1 + damping;
        bb *= 1 + damping;
        double determinant = aa * bb - ab * ab;
        return new UmapCurve(
                a + (bb * ga - ab * gb) / determinant, b + (aa * gb - ab * ga) / determinant);
    }

    private double error(double minDistance) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = distance(i);
            double residual = target(x, minDistance) - 1 / (1 + a * StrictMath.pow(x, 2 * b));
            sum += residual * residual;
        }
        return sum;
    }

    private static double distance(int point) {
        return FARTHEST * point / (POINTS - 1);
    }

    private static double target(double x, double minDistance) {
        return x < minDistance ? 1 : StrictMath.exp(minDistance - x);
    }
}
