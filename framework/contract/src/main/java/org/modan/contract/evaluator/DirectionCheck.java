/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.Seed;

/**
 * That a higher score means the positive class, for evaluators that have hardly learnt anything,
 * too. A fold is scored with its labels, and once more with every label swapped; seed, images and
 * all else are the same, so what differs is what the labels did. With {@code s} and {@code s'} the
 * scores of the training part,
 *
 * <pre>
 * d_i = s_i - s'_i
 * A   = P(d_i &gt; d_j) + P(d_i = d_j) / 2     for i positive, j negative
 * </pre>
 *
 * <p>is 1 where every positive gained by its label, 1/2 where labels changed nothing, and 0 where
 * scores are upside down. {@code A} is the area under the ROC curve of {@code d}.
 */
final class DirectionCheck {

    private static final Seed SEED = new Seed(3);

    /** Far below chance, so that noise alone does not get there. */
    private static final double UPSIDE_DOWN = 0.25;

    private final Supplier<FoldScoring> scorings;

    /**
     * @param scorings makes an evaluator anew each time
     */
    DirectionCheck(Supplier<FoldScoring> scorings) {
        this.scorings = requireNonNull(scorings, "scorings is null");
    }

    Check check() {
        return new Check("a higher score means the positive class", this::scoresPointUp);
    }

    private void scoresPointUp() {
        PhantomTask task = PhantomTask.standard();
        double[] scores = scorings.get().scoreOrSkip(task, SEED).train();
        double[] swapped = scorings.get().scoreOrSkip(task.withSwappedLabels(), SEED).train();
        double area = area(task.trainLooks(), scores, swapped);
        if (area < UPSIDE_DOWN) {
            throw new ContractViolation(
                    "images score lower when they are labelled positive than when the same images are labelled negative (in all but a share of %.2f of the pairs): a higher score must mean the positive class, whose label is 1"
                            .formatted(area));
        }
    }

    private static double area(boolean[] positive, double[] scores, double[] swapped) {
        double won = 0;
        int pairs = 0;
        for (int i = 0; i < positive.length; i++) {
            for (int j = 0; j < positive.length; j++) {
                if (positive[i] && !positive[j]) {
                    double difference = scores[i] - swapped[i] - (scores[j] - swapped[j]);
                    won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }
}
