/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/**
 * Solves {@code H d = -g} by conjugate gradients, as far as it pays: roughly while the gradient is
 * long, exactly near the minimum (Nocedal and Wright, Algorithm 7.1 with its superlinear forcing
 * sequence).
 */
final class NewtonDirection {

    private static final int MOST_PRODUCTS = 1000;

    private NewtonDirection() {}

    /**
     * @param enough length of a gradient that counts as none
     */
    static double[] of(LogisticState state, double enough) {
        double[] gradient = state.gradient();
        double length = state.gradientLength();
        double goal = Math.max(Math.min(0.1, Math.sqrt(length)) * length, enough / 10);
        double[] direction = new double[gradient.length];
        double[] residual = gradient.clone();
        double[] search = Vectors.scaled(gradient, -1);
        double squares = Vectors.product(residual, residual);
        for (int i = 0; i < MOST_PRODUCTS && Math.sqrt(squares) > goal; i++) {
            double[] curved = state.curve(search);
            double curvature = Vectors.product(search, curved);
            if (curvature <= 0) {
                break; // rounding: H is positive definite
            }
            double distance = squares / curvature;
            Vectors.add(direction, search, distance);
            Vectors.add(residual, curved, distance);
            double next = Vectors.product(residual, residual);
            double share = next / squares;
            for (int j = 0; j < search.length; j++) {
                search[j] = share * search[j] - residual[j];
            }
            squares = next;
        }
        return direction;
    }
}
