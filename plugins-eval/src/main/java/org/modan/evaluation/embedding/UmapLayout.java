/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * UMAP's optimisation (McInnes et al. 2018, algorithm 5, as umap-learn does it): each edge is drawn
 * as often as its weight says, pulls its ends together, and pushes its head away from five random
 * vertices. One thread: the order of the steps is part of the result.
 */
final class UmapLayout {

    private static final int NEGATIVES = 5;
    private static final double CLIP = 4;
    private static final double NEAR = 0.001;

    private final SparseGraph graph;
    private final UmapCurve curve;
    private final int epochs;

    UmapLayout(SparseGraph graph, UmapCurve curve) {
        this.graph = graph;
        this.curve = curve;
        this.epochs = graph.vertices() <= 10_000 ? 500 : 200;
    }

    /**
     * @param x changed in place, as y
     */
    void optimise(double[] x, double[] y, RandomGenerator random) {
        int[] heads = heads();
        double strongest = Arrays.stream(graph.weights()).max().orElse(1);
        double[] period = new double[graph.edges()];
        double[] next = new double[graph.edges()];
        double[] nextNegative = new double[graph.edges()];
        for (int edge = 0; edge < period.length; edge++) {
            // An edge too weak to be drawn once never is.
            period[edge] =
                    graph.weights()[edge] < strongest / epochs
                            ? Double.POSITIVE_INFINITY
                            : strongest / graph.weights()[edge];
            next[edge] = period[edge];
            nextNegative[edge] = period[edge] / NEGATIVES;
        }
        for (int epoch = 0; epoch < epochs; epoch++) {
            Interruption.check();
            double rate = 1 - (double) epoch / epochs;
            for (int edge = 0; edge < period.length; edge++) {
                if (next[edge] > epoch) {
                    continue;
                }
                int head = heads[edge];
                attract(x, y, head, graph.tails()[edge], rate);
                double pause = period[edge] / NEGATIVES;
                int negatives = (int) ((epoch - nextNegative[edge]) / pause);
                for (int i = 0; i < negatives; i++) {
                    repel(x, y, head, random.nextInt(graph.vertices()), rate);
                }
                next[edge] += period[edge];
                nextNegative[edge] += negatives * pause;
            }
        }
    }

    private void attract(double[] x, double[] y, int head, int tail, double rate) {
        double dx = x[head] - x[tail];
        double dy = y[head] - y[tail];
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            return;
        }
        double power = power(squared);
        double slope = -2 * curve.a() * curve.b() * power / squared / (1 + curve.a() * power);
        double moveX = clip(slope * dx) * rate;
        double moveY = clip(slope * dy) * rate;
        x[head] += moveX;
        y[head] += moveY;
        x[tail] -= moveX;
        y[tail] -= moveY;
    }

    private void repel(double[] x, double[] y, int head, int other, double rate) {
        if (head == other) {
            return;
        }
        double dx = x[head] - x[other];
        double dy = y[head] - y[other];
        double squared = dx * dx + dy * dy;
        if (squared == 0) {
            x[head] += CLIP * rate;
            y[head] += CLIP * rate;
            return;
        }
        double slope = 2 * curve.b() / ((NEAR + squared) * (1 + curve.a() * power(squared)));
        x[head] += clip(slope * dx) * rate;
        y[head] += clip(slope * dy) * rate;
    }

    /** {@code d^(2b)}; three times as fast as {@code StrictMath.pow}, as exact as is needed. */
    private double power(double squared) {
        return StrictMath.exp(curve.b() * StrictMath.log(squared));
    }

    private static double clip(double value) {
        return Math.max(-CLIP, Math.min(CLIP, value));
    }

    private int[] heads() {
        int[] heads = new int[graph.edges()];
        for (int i = 0; i < graph.vertices(); i++) {
            Arrays.fill(heads, graph.starts()[i], graph.starts()[i + 1], i);
        }
        return heads;
    }
}
