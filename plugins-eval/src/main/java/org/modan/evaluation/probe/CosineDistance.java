/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import smile.math.distance.Distance;

/**
 * {@code 1 - cos(x, y)}, from 0 to 2; 1 where a vector is all zeros and has no direction. Smile has
 * none.
 */
final class CosineDistance implements Distance<double[]> {

    private static final long serialVersionUID = 1L;

    @Override
    public double d(double[] x, double[] y) {
        double product = 0;
        double lengthOfX = 0;
        double lengthOfY = 0;
        for (int j = 0; j < x.length; j++) {
            product += x[j] * y[j];
            lengthOfX += x[j] * x[j];
            lengthOfY += y[j] * y[j];
        }
        double lengths = Math.sqrt(lengthOfX * lengthOfY);
        // Rounding may leave a cosine just above 1.
        return lengths == 0 ? 1 : Math.max(0, 1 - product / lengths);
    }
}
