/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;

/**
 * Scores a sample by the share of positives among its {@code k} nearest of the training part, each
 * counted once or by {@code 1 / distance}; one at distance 0 outweighs all that are not. A sample
 * of the training part is no neighbour of itself.
 */
final class KnnEvaluator implements ProbeEvaluator {

    private final int k;
    private final NeighbourMetric metric;
    private final boolean weighted;

    KnnEvaluator(int k, NeighbourMetric metric, boolean weighted) {
        this.k = k;
        this.metric = requireNonNull(metric, "metric is null");
        this.weighted = weighted;
    }

    @Override
    public FoldScores score(ProbeFold fold) {
        double[][] train = metric.prepare(Features.rows(fold.train()));
        if (k >= train.length) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "k is %d, but the training part of repeat %d, fold %d has %d images, and one is no neighbour of itself; set k to at most %d"
                            .formatted(
                                    k, fold.repeat(), fold.fold(), train.length, train.length - 1));
        }
        double[][] test = metric.prepare(Features.rows(fold.test()));
        int[] labels = Features.labels(fold.train());
        Neighbours neighbours = new Neighbours(train, metric.distance());
        return FoldScores.of(scores(neighbours, train, labels), scores(neighbours, test, labels));
    }

    private double[] scores(Neighbours neighbours, double[][] rows, int[] labels) {
        return Arrays.stream(rows)
                .mapToDouble(row -> score(neighbours.of(row, k), labels))
                .toArray();
    }

    private double score(List<Neighbours.Vote> votes, int[] labels) {
        boolean touching = weighted && votes.stream().anyMatch(vote -> vote.distance() == 0);
        double positives = 0;
        double all = 0;
        for (Neighbours.Vote vote : votes) {
            double weight = vote.share() * weight(vote.distance(), touching);
            positives += labels[vote.index()] * weight;
            all += weight;
        }
        return positives / all;
    }

    private double weight(double far, boolean touching) {
        if (touching) {
            return far == 0 ? 1 : 0;
        }
        return weighted ? 1 / far : 1;
    }
}
