/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gradient descent on the Kullback-Leibler divergence of the map's affinities from those of the
 * features: {@code dC/dy_i = 4 sum_j (p_ij - q_ij) (y_i - y_j) / (1 + ||y_i - y_j||^2)}. Affinities
 * are exaggerated 12 times for the first 250 of 1,000 steps; momentum 0.5, then 0.8; a gain for
 * each coordinate; learning rate {@code max(n / 48, 50)} (Belkina et al. 2019, as scikit-learn).
 */
final class TsneLayout {

    private static final int STEPS = 1000;
    private static final int EXAGGERATED_STEPS = 250;
    private static final double EXAGGERATION = 12;
    private static final double LEAST_GAIN = 0.01;

    private final SparseGraph affinities;
    private final int size;

    TsneLayout(SparseGraph affinities) {
        this.affinities = affinities;
        this.size = affinities.vertices();
    }

    /**
     * @param x changed in place, as y
     */
    void optimise(double[] x, double[] y) {
        double rate = Math.max(size / EXAGGERATION / 4, 50);
        Axis first = new Axis(x);
        Axis second = new Axis(y);
        for (int step = 0; step < STEPS; step++) {
            Interruption.check();
            boolean exaggerated = step < EXAGGERATED_STEPS;
            gradient(first, second, exaggerated ? EXAGGERATION : 1);
            double momentum = exaggerated ? 0.5 : 0.8;
            first.move(rate, momentum);
            second.move(rate, momentum);
        }
    }

    private void gradient(Axis first, Axis second, double exaggeration) {
        QuadTree tree = QuadTree.of(first.at, second.at);
        QuadTree.Force[] repulsion = new QuadTree.Force[size];
        IntStream.range(0, size)
                .parallel()
                .forEach(i -> repulsion[i] = tree.repulsion(first.at[i], second.at[i]));
        double normaliser = 0;
        for (QuadTree.Force force : repulsion) {
            normaliser += force.normaliser();
        }
        double all = normaliser;
        IntStream.range(0, size)
                .parallel()
                .forEach(
                        i -> {
                            double forceX = 0;
                            double forceY = 0;
                            for (int edge = affinities.starts()[i];
                                    edge < affinities.starts()[i + 1];
                                    edge++) {
                                int j = affinities.tails()[edge];
                                double dx = first.at[i] - first.at[j];
                                double dy = second.at[i] - second.at[j];
                                double pull =
                                        exaggeration
                                                * affinities.weights()[edge]
                                                / (1 + dx * dx + dy * dy);
                                forceX += pull * dx;
                                forceY += pull * dy;
                            }
                            first.slope[i] = 4 * (forceX - repulsion[i].x() / all);
                            second.slope[i] = 4 * (forceY - repulsion[i].y() / all);
                        });
    }

    /** One coordinate of all points. */
    private static final class Axis {
        private final double[] at;
        private final double[] slope;
        private final double[] speed;
        private final double[] gain;

        Axis(double[] at) {
            this.at = at;
            slope = new double[at.length];
            speed = new double[at.length];
            gain = new double[at.length];
            Arrays.fill(gain, 1);
        }

        void move(double rate, double momentum) {
            for (int i = 0; i < at.length; i++) {
                boolean goesOn = speed[i] * slope[i] < 0;
                gain[i] = Math.max(LEAST_GAIN, goesOn ? gain[i] + 0.2 : gain[i] * 0.8);
                speed[i] = momentum * speed[i] - rate * gain[i] * slope[i];
                at[i] += speed[i];
            }
        }
    }
}
