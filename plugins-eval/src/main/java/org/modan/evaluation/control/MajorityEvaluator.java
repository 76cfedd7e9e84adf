/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import java.util.Arrays;
import java.util.List;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** Gives every sample the share of positives in the training part. */
final class MajorityEvaluator implements ControlEvaluator {

    @Override
    public FoldScores score(List<Sample> train, List<Sample> test, Seed seed) {
        double share =
                train.stream()
                        .mapToInt(sample -> sample.label().orElseThrow())
                        .average()
                        .orElseThrow();
        return FoldScores.of(all(train.size(), share), all(test.size(), share));
    }

    private static double[] all(int count, double score) {
        double[] scores = new double[count];
        Arrays.fill(scores, score);
        return scores;
    }
}
