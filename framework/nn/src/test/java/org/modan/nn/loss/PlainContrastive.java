/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

/** The contrastive losses written as their formulas are, loop by loop, in double precision. */
final class PlainContrastive {

    /** The weight of a pair of images, or NaN if they are no positives. */
    interface Pairs {
        double weight(int i, int j);
    }

    private PlainContrastive() {}

    static double loss(double[][] outputs, int images, double temperature, Pairs pairs) {
        double sum = 0;
        for (int a = 0; a < outputs.length; a++) {
            double denominator = 0;
            for (int k = 0; k < outputs.length; k++) {
                if (k != a) {
                    denominator += Math.exp(cosine(outputs[a], outputs[k]) / temperature);
                }
            }
            double terms = 0;
            int positives = 0;
            for (int p = 0; p < outputs.length; p++) {
                boolean own = p % images == a % images;
                double weight = own ? 1 : pairs.weight(a % images, p % images);
                if (p != a && !Double.isNaN(weight)) {
                    positives++;
                    double similarity = cosine(outputs[a], outputs[p]) / temperature;
                    terms += weight * (similarity - Math.log(denominator));
                }
            }
            sum -= terms / positives;
        }
        return sum / outputs.length;
    }

    static Pairs jaccard(double[][] labels, double threshold) {
        return (i, j) -> {
            int both = 0;
            int either = 0;
            for (int k = 0; k < labels[i].length; k++) {
                both += labels[i][k] == 1 && labels[j][k] == 1 ? 1 : 0;
                either += labels[i][k] == 1 || labels[j][k] == 1 ? 1 : 0;
            }
            double jaccard = either == 0 ? 0 : (double) both / either;
            return jaccard >= threshold ? jaccard : Double.NaN;
        };
    }

    private static double cosine(double[] x, double[] y) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xy / Math.sqrt(xx * yy);
    }
}
