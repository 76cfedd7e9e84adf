/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.FoldScores;
import org.modan.spi.Seed;

/**
 * That nothing is learnt from the part that is tested, neither of the others nor of their order.
 */
final class TestPartChecks {

    private static final Seed SEED = new Seed(3);

    /**
     * Of float32 arithmetic in other batches, as a share of the largest score: a small one may be
     * the difference of large distances, and rounded like those.
     */
    private static final double TOLERANCE = 1e-4;

    private static final double LEAST_ALLOWED = 1e-5;

    private static final int[] OTHER_ORDER = {7, 2, 9, 0, 5, 3, 8, 1, 6, 4};
    private static final int[] SOME = {1, 4, 6};
    private static final int[] ONE = {5};

    private final Supplier<FoldScoring> scorings;

    /**
     * @param scorings makes an evaluator anew each time
     */
    TestPartChecks(Supplier<FoldScoring> scorings) {
        this.scorings = requireNonNull(scorings, "scorings is null");
    }

    List<Check> checks() {
        return List.of(
                new Check(
                        "the order of the tested images changes no score",
                        this::orderChangesNothing),
                new Check(
                        "which other images are tested changes no score",
                        this::othersChangeNothing));
    }

    private void orderChangesNothing() {
        requireSameScores(
                OTHER_ORDER,
                "comes in another order",
                "scores must follow the images, not their places or ids");
    }

    private void othersChangeNothing() {
        for (int[] chosen : List.of(SOME, ONE)) {
            requireSameScores(
                    chosen,
                    "has %d of the images".formatted(chosen.length),
                    "score with what was fitted on the training part alone: run the encoder in Mode.EVALUATE, and take no mean, variance or rank over the test part");
        }
    }

    private void requireSameScores(int[] chosen, String how, String remedy) {
        PhantomTask task = PhantomTask.standard();
        FoldScores all = scorings.get().scoreOrSkip(task, SEED);
        double allowed = allowed(all);
        FoldScores some = scorings.get().scoreOrSkip(task.testing(chosen), SEED);
        for (int i = 0; i < chosen.length; i++) {
            double expected = all.test()[chosen[i]];
            double found = some.test()[i];
            if (!isClose(expected, found, allowed)) {
                throw new ContractViolation(
                        "test image %d has the score %s, but %s where the test part %s; %s"
                                .formatted(chosen[i], expected, found, how, remedy));
            }
        }
        if (!areClose(all.train(), some.train(), allowed)) {
            throw new ContractViolation(
                    "the scores of the training part are others where the test part %s; %s"
                            .formatted(how, remedy));
        }
    }

    private static double allowed(FoldScores scores) {
        double largest =
                DoubleStream.concat(Arrays.stream(scores.train()), Arrays.stream(scores.test()))
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        return Math.max(LEAST_ALLOWED, TOLERANCE * largest);
    }

    private static boolean areClose(double[] expected, double[] found, double allowed) {
        return expected.length == found.length
                && IntStream.range(0, expected.length)
                        .allMatch(i -> isClose(expected[i], found[i], allowed));
    }

    private static boolean isClose(double expected, double found, double allowed) {
        return Math.abs(expected - found) <= allowed;
    }
}
