/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NativeArrays;
import org.modan.contract.NotChecked;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.FoldScores;
import org.modan.spi.Seed;

/** What the scores of a fold must be, whatever kind of evaluator gives them. */
final class ScoreChecks {

    private static final Seed SEED = new Seed(3);

    /** How far outside no probability is by rounding. */
    private static final double FAR = 0.5;

    private final Supplier<FoldScoring> scorings;

    /**
     * @param scorings makes an evaluator anew each time
     */
    ScoreChecks(Supplier<FoldScoring> scorings) {
        this.scorings = requireNonNull(scorings, "scorings is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("it gives every image one finite score", this::scoresEveryImage),
                new Check("its scores are on one scale", this::scoresAreOnOneScale),
                new Check("the same fold and seed give the same scores", this::isRepeatable),
                new Check(
                        "two images of a class are enough, or it says that they are not",
                        this::takesOrRefusesFewPositives),
                new Check("it leaves no native array open", this::leavesNothingOpen));
    }

    private void scoresEveryImage() {
        PhantomTask task = PhantomTask.standard();
        FoldScores scores;
        try {
            scores = scores(scorings.get(), task);
        } catch (NotChecked e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "scoring a fold of %d images to fit on and %d to score ends in %s; images of the test part have neither label nor group, and their ids say nothing"
                            .formatted(task.trainSamples().size(), task.testSamples().size(), e),
                    e);
        }
        requireScores("training", task.trainSamples().size(), scores.train());
        requireScores("test", task.testSamples().size(), scores.test());
    }

    private static void requireScores(String part, int images, double[] scores) {
        if (scores.length != images) {
            throw new ContractViolation(
                    "the %s part has %d images, but %d scores; give one an image, in their order"
                            .formatted(part, images, scores.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new ContractViolation(
                        "the score of image %d of the %s part is %s; every score must be finite"
                                .formatted(i, part, scores[i]));
            }
        }
    }

    /**
     * Of probabilities in one part and their logits in the other. A few that are a little outside
     * prove nothing: a linear fit of the labels goes beyond them on images it has not seen.
     */
    private void scoresAreOnOneScale() {
        FoldScores scores = scores(scorings.get(), PhantomTask.standard());
        double[] outside =
                Arrays.stream(scores.test())
                        .filter(score -> beyondProbability(score) > 0)
                        .toArray();
        Optional<Double> stranger =
                Arrays.stream(outside)
                        .boxed()
                        .max(Comparator.comparingDouble(ScoreChecks::beyondProbability))
                        .filter(score -> beyondProbability(score) > FAR);
        boolean trainLooksLikeProbability =
                Arrays.stream(scores.train()).allMatch(score -> beyondProbability(score) == 0);
        if (trainLooksLikeProbability
                && stranger.isPresent()
                && outside.length > scores.test().length / 2) {
            throw new ContractViolation(
                    "all scores of the training part are from 0 to 1, but one of the test part is %s; a threshold is chosen on the training part, so both must be on one scale"
                            .formatted(stranger.get()));
        }
    }

    /** How far a score is from the nearest probability. */
    private static double beyondProbability(double score) {
        return Math.max(0, Math.max(-score, score - 1));
    }

    private void isRepeatable() {
        PhantomTask task = PhantomTask.standard();
        FoldScoring scoring = scorings.get();
        FoldScores first = scores(scoring, task);
        scoring.scoreOrSkip(task.testing(4, 1), new Seed(4));
        requireSame(
                first,
                scores(scoring, task),
                "the same evaluator after another fold",
                "one fold alone must give what it gives among others: keep nothing from fold to fold");
        requireSame(
                first,
                scores(scorings.get(), task),
                "a new evaluator of the same options",
                "draw every random number from the fold's seed, and depend on no clock and no order of threads");
    }

    private static void requireSame(
            FoldScores first, FoldScores second, String who, String remedy) {
        int image = firstDifference(first.test(), second.test());
        if (image >= 0) {
            throw new ContractViolation(
                    "test image %d has the score %s, but %s from %s with the same seed; %s"
                            .formatted(
                                    image, first.test()[image], second.test()[image], who, remedy));
        }
        if (firstDifference(first.train(), second.train()) >= 0) {
            throw new ContractViolation(
                    "the scores of the training part are others from %s with the same seed; %s"
                            .formatted(who, remedy));
        }
    }

    private static int firstDifference(double[] first, double[] second) {
        return Arrays.mismatch(first, second);
    }

    private void takesOrRefusesFewPositives() {
        PhantomTask task = PhantomTask.withTwoPositives();
        FoldScores scores;
        try {
            scores = scores(scorings.get(), task);
        } catch (NotChecked refusal) {
            return;
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "a training part of 14 images with 2 positives ends in %s; score it, or throw a ModanException that says what to do"
                            .formatted(e),
                    e);
        }
        requireScores("training", task.trainSamples().size(), scores.train());
        requireScores("test", task.testSamples().size(), scores.test());
    }

    private void leavesNothingOpen() {
        FoldScoring scoring = scorings.get();
        NativeArrays before = NativeArrays.open();
        scores(scoring, PhantomTask.standard());
        before.requireNoneLeft(
                "scoring a fold",
                "make arrays in the fold's manager or in one that is closed before the scores return");
    }

    private static FoldScores scores(FoldScoring scoring, PhantomTask task) {
        return scoring.scoreOrSkip(task, SEED);
    }
}
