/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

/** A model, and what a Newton step from it needs. The intercept stands last in every vector. */
final class LogisticState {

    private final Design rows;
    private final int[] labels;
    private final double penalty;
    private final LogisticModel model;
    private final double value;
    private final double[] gradient;
    private final double[] curvature;

    LogisticState(Design rows, int[] labels, double penalty, LogisticModel model) {
        this.rows = rows;
        this.labels = labels;
        this.penalty = penalty;
        this.model = model;
        int columns = rows.columns();
        gradient = new double[columns + 1];
        curvature = new double[rows.rows()];
        double loss = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double logit = model.logit(rows, row);
            loss += LogisticModel.softplus(labels[row] == 1 ? -logit : logit);
            double probability = 1 / (1 + StrictMath.exp(-logit));
            curvature[row] = probability * (1 - probability);
            rows.addTo(gradient, row, probability - labels[row]);
            gradient[columns] += probability - labels[row];
        }
        double squares = 0;
        for (int j = 0; j < columns; j++) {
            double weight = model.weights()[j];
            gradient[j] += penalty * weight;
            squares += weight * weight;
        }
        value = loss + penalty / 2 * squares;
    }

    LogisticModel model() {
        return model;
    }

    /** What is minimised. */
    double value() {
        return value;
    }

    double[] gradient() {
        return gradient;
    }

    double gradientLength() {
        return Math.sqrt(Vectors.product(gradient, gradient));
    }

    /** How steeply the value changes along a direction. */
    double slope(double[] direction) {
        return Vectors.product(gradient, direction);
    }

    /**
     * {@code H v} with {@code H = X^T diag(p (1 - p)) X + penalty I}, the intercept unpenalised.
     */
    double[] curve(double[] v) {
        int columns = rows.columns();
        double[] product = new double[columns + 1];
        for (int row = 0; row < curvature.length; row++) {
            double along = curvature[row] * (rows.product(row, v) + v[columns]);
            rows.addTo(product, row, along);
            product[columns] += along;
        }
        for (int j = 0; j < columns; j++) {
            product[j] += penalty * v[j];
        }
        return product;
    }

    LogisticState moved(double[] direction, double length) {
        double[] weights = model.weights().clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] += length * direction[j];
        }
        double intercept = model.intercept() + length * direction[weights.length];
        return new LogisticState(rows, labels, penalty, new LogisticModel(weights, intercept));
    }
}
