/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modan.contract.Check;
import org.modan.contract.Verdicts;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;

class ScoreContractTest {

    private static final String EVERY = "it gives every image one finite score";
    private static final String SCALE = "its scores are on one scale";
    private static final String SEED = "the same fold and seed give the same scores";
    private static final String FEW =
            "two images of a class are enough, or it says that they are not";
    private static final String OPEN = "it leaves no native array open";

    private final List<NDManager> leaked = new ArrayList<>();

    @AfterEach
    void closeWhatWasLeaked() {
        leaked.forEach(NDManager::close);
    }

    @Test
    void aSoundProbeKeepsEveryCheck() {
        List<Check> checks = new TestEvaluator(() -> new SoundProbe()).checks();

        assertThat(checks).hasSizeGreaterThan(12);
        assertThat(Verdicts.of(checks).violated()).isEmpty();
    }

    private static final class SoundProbe implements ProbeEvaluator {
        @Override
        public FoldScores score(ProbeFold fold) {
            return TestEvaluator.sound(fold);
        }
    }

    @Test
    void thereAreScores() {
        assertThat(TestEvaluator.probe(fold -> null).violation(EVERY))
                .isEqualTo("score(...) gave null; it must give the scores of the fold");
    }

    @Test
    void testLabelsAreOutOfReach() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            fold.test().samples().get(0).label().orElseThrow();
                                            return TestEvaluator.sound(fold);
                                        })
                                .violation(EVERY))
                .isEqualTo(
                        "scoring a fold of 24 images to fit on and 10 to score ends in java.util.NoSuchElementException: No value present; images of the test part have neither label nor group, and their ids say nothing");
    }

    @Test
    void everyImageHasOneScore() {
        assertThat(
                        TestEvaluator.probe(
                                        fold ->
                                                FoldScores.of(
                                                        new double[24],
                                                        new double[fold.test().size() - 1]))
                                .violation(EVERY))
                .isEqualTo(
                        "the test part has 10 images, but 9 scores; give one an image, in their order");
        assertThat(
                        TestEvaluator.probe(
                                        fold ->
                                                FoldScores.of(
                                                        new double[0],
                                                        new double[fold.test().size()]))
                                .violation(EVERY))
                .isEqualTo(
                        "the training part has 24 images, but 0 scores; give one an image, in their order");
    }

    @Test
    void everyScoreIsFinite() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            double[] scores = TestEvaluator.means(fold.test());
                                            scores[3] = Double.NaN;
                                            return FoldScores.of(
                                                    TestEvaluator.means(fold.train()), scores);
                                        })
                                .violation(EVERY))
                .isEqualTo(
                        "the score of image 3 of the test part is NaN; every score must be finite");
    }

    @Test
    void probabilitiesInOnePartAreProbabilitiesInTheOther() {
        assertThat(
                        TestEvaluator.probe(
                                        fold ->
                                                FoldScores.of(
                                                        TestEvaluator.same(
                                                                fold.train().samples(), 0.5),
                                                        TestEvaluator.same(
                                                                fold.test().samples(), 2)))
                                .violation(SCALE))
                .isEqualTo(
                        "all scores of the training part are from 0 to 1, but one of the test part is 2.0; a threshold is chosen on the training part, so both must be on one scale");
    }

    @Test
    void aFitMayGoALittleBeyondItsLabelsOnImagesItHasNotSeen() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            double[] scores = TestEvaluator.means(fold.test());
                                            for (int i = 0; i < scores.length; i++) {
                                                scores[i] = scores[i] > 0.9 ? 1.7 : 0.5;
                                            }
                                            return FoldScores.of(
                                                    TestEvaluator.same(fold.train().samples(), 0.5),
                                                    scores);
                                        })
                                .violated())
                .isEmpty();
    }

    @Test
    void aFoldMayBeTooSmall() {
        Verdicts verdicts =
                TestEvaluator.probe(
                        fold -> {
                            throw new ModanException(
                                    ErrorCode.DATASET, "fit on 100 images or more");
                        });

        assertThat(verdicts.violated()).isEmpty();
        assertThat(verdicts.notChecked(EVERY))
                .isEqualTo(
                        "score(...) refused a fold of 24 images to fit on and 10 to score: fit on 100 images or more");
    }

    @Test
    void aFoldIsNotRememberedForTheNext() {
        AtomicInteger folds = new AtomicInteger();

        assertThat(
                        TestEvaluator.probe(fold -> shifted(fold, folds.incrementAndGet()))
                                .violation(SEED))
                .startsWith("test image 0 has the score ")
                .endsWith(
                        " from the same evaluator after another fold with the same seed; one fold alone must give what it gives among others: keep nothing from fold to fold");
    }

    @Test
    void everyEvaluatorOfTheSameSeedIsTheSame() {
        AtomicInteger created = new AtomicInteger();
        TestEvaluator unseeded =
                new TestEvaluator(
                        () -> {
                            int number = created.incrementAndGet();
                            return (ProbeEvaluator) fold -> shifted(fold, number);
                        });

        assertThat(unseeded.verdicts().violation(SEED))
                .endsWith(
                        " from a new evaluator of the same options with the same seed; draw every random number from the fold's seed, and depend on no clock and no order of threads");
    }

    @Test
    void scoresMayDependOnTheSeed() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            RandomGenerator random = fold.seed().random();
                                            return shifted(fold, random.nextDouble());
                                        })
                                .violated())
                .isEmpty();
    }

    @Test
    void fewPositivesAreScoredOrRefused() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            requireTwelve(fold, new ArithmeticException("1 / 0"));
                                            return TestEvaluator.sound(fold);
                                        })
                                .violation(FEW))
                .isEqualTo(
                        "a training part of 14 images with 2 positives ends in java.lang.ArithmeticException: 1 / 0; score it, or throw a ModanException that says what to do");
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            requireTwelve(
                                                    fold,
                                                    new ModanException(
                                                            ErrorCode.DATASET, "use more"));
                                            return TestEvaluator.sound(fold);
                                        })
                                .violated())
                .isEmpty();
    }

    @Test
    void nothingStaysOpen() {
        assertThat(
                        TestEvaluator.probe(
                                        fold -> {
                                            NDManager own = NDManager.newBaseManager();
                                            leaked.add(own);
                                            own.create(new float[] {1, 2, 3});
                                            return TestEvaluator.sound(fold);
                                        })
                                .violation(OPEN))
                .isEqualTo(
                        "scoring a fold left 1 native array open that nothing closes ((3) float32): memory fills up step by step; make arrays in the fold's manager or in one that is closed before the scores return");
    }

    private static void requireTwelve(ProbeFold fold, RuntimeException failure) {
        long positives =
                fold.train().samples().stream()
                        .filter(sample -> sample.label().orElseThrow() == 1)
                        .count();
        if (positives < 12) {
            throw failure;
        }
    }

    private static FoldScores shifted(ProbeFold fold, double by) {
        FoldScores sound = TestEvaluator.sound(fold);
        return FoldScores.of(shifted(sound.train(), by), shifted(sound.test(), by));
    }

    private static double[] shifted(double[] scores, double by) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += by;
        }
        return scores;
    }
}
