/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.PaintedTasks;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.input.MadeEncoders;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;

/** With a control, which needs no encoder: every evaluator's scores go the same way. */
class EvaluationRunnerTest {

    @TempDir private Path workspace;

    @Test
    void aThresholdIsChosenOnTheTrainingPartAlone() {
        CellResult result =
                run(
                        (train, test, seed) ->
                                FoldScores.of(
                                        train.stream()
                                                .mapToDouble(
                                                        one -> 3 * one.label().orElseThrow() + 1)
                                                .toArray(),
                                        new double[test.size()]));

        assertThat(result.folds())
                .containsExactly(
                        new FoldResult(0, 0, OptionalDouble.of(0.5), OptionalDouble.of(2.5), 4, 4),
                        new FoldResult(0, 1, OptionalDouble.of(0.5), OptionalDouble.of(2.5), 4, 4));
        assertThat(workspace.resolve("predictions.csv")).exists();
        assertThat(workspace.toFile().list()).containsExactly("predictions.csv");
    }

    @Test
    void aScoreForEveryImageIsAskedOfThePlugin() {
        assertThatThrownBy(
                        () ->
                                run(
                                        (train, test, seed) ->
                                                FoldScores.of(
                                                        new double[train.size()], new double[1])))
                .isInstanceOf(ModanException.class)
                .hasMessageMatching(
                        "plugin \\S+ \\S+ gave 1 scores for \\d+ images; report this to the plugin's author")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN);
    }

    @Test
    void aScoreThatIsNoNumberIsToldWithItsImageAndItsCell() {
        assertThatThrownBy(
                        () ->
                                run(
                                        (train, test, seed) -> {
                                            double[] scores = new double[test.size()];
                                            scores[1] = Double.NaN;
                                            return FoldScores.of(new double[train.size()], scores);
                                        }))
                .isInstanceOf(ModanException.class)
                .hasMessageMatching(
                        "evaluation \\(cell e{16}\\): the evaluator gave NaN as the score of image-\\d")
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
    }

    @Test
    void foldsThatAreKeptAreNotScoredAgain() throws IOException {
        List<Integer> calls = new ArrayList<>();
        ControlEvaluator failsOnce =
                (train, test, seed) -> {
                    calls.add(train.size());
                    if (calls.size() == 2) {
                        throw new ModanException(ErrorCode.TRAINING, "the power went off");
                    }
                    return FoldScores.of(new double[train.size()], new double[test.size()]);
                };
        assertThatThrownBy(() -> run(failsOnce)).hasMessageContaining("the power went off");

        CellResult result = run(failsOnce);

        assertThat(calls).hasSize(3);
        assertThat(result.folds()).hasSize(2);
    }

    private CellResult run(ControlEvaluator control) {
        RunListener silent = new RunListener() {};
        ComputeDevice cpu = ComputeDevice.named("cpu");
        MadeEncoders encoders = new MadeEncoders(new CellStore(workspace.resolve("cells")));
        ImageSource images =
                new ImageSource(new ImageCache(workspace.resolve("cache"), warning -> {}), silent);
        FoldScorers scorers =
                new FoldScorers(
                        encoders,
                        images,
                        new FeatureSource(workspace, encoders, images, cpu, silent),
                        cpu,
                        silent);
        return new EvaluationRunner(scorers, silent)
                .run(
                        PaintedTasks.cell(
                                new CellKey("e".repeat(64)),
                                PaintedTasks.ofImages(8),
                                control,
                                Optional.empty()),
                        workspace);
    }
}
