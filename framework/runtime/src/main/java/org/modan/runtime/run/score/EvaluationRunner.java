/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.YoudenThreshold;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.Task;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.record.DoneCell;
import org.modan.runtime.text.Reasons;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * Runs an evaluation cell fold by fold. Each fold's predictions are kept as soon as it is scored:
 * an interrupted cell goes on with the next fold.
 */
public final class EvaluationRunner {

    private final FoldScorers scorers;
    private final RunListener listener;

    public EvaluationRunner(FoldScorers scorers, RunListener listener) {
        this.scorers = requireNonNull(scorers, "scorers is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    public CellResult run(EvaluationCell cell, Path workspace) {
        FoldScorer scorer = scorers.of(cell);
        int folds = cell.task().folds().folds();
        KeptFolds kept = new KeptFolds(workspace);
        List<Prediction> all = new ArrayList<>();
        List<FoldResult> results = new ArrayList<>();
        String digest;
        try {
            for (int fold = 0; fold < folds; fold++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted between two folds");
                }
                listener.foldStarted(fold + 1, folds);
                List<String> tested = tested(cell, fold);
                if (kept.find(cell.repeat(), fold, tested).isEmpty()) {
                    kept.keep(score(cell, fold, scorer));
                }
                // Read back even when just written: what is reported is what is kept.
                KeptFolds.Fold scored =
                        kept.find(cell.repeat(), fold, tested)
                                .orElseThrow(() -> new IOException("a fold cannot be read back"));
                listener.foldScored(scored.result());
                all.addAll(scored.predictions());
                results.add(scored.result());
            }
            Path file = workspace.resolve(CellStore.PREDICTIONS);
            Predictions.write(file, all);
            digest = Digests.ofFile(file);
            for (int fold = 0; fold < folds; fold++) {
                kept.discard(fold);
            }
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT, "%s: %s".formatted(workspace, Reasons.of(e)), e);
        }
        return DoneCell.of(cell, digest, results);
    }

    private static List<String> tested(EvaluationCell cell, int fold) {
        return IntStream.of(cell.task().folds().test(cell.repeat(), fold))
                .mapToObj(i -> cell.task().dataset().samples().get(i).id())
                .toList();
    }

    private static KeptFolds.Fold score(EvaluationCell cell, int fold, FoldScorer scorer) {
        int[] train = cell.task().folds().train(cell.repeat(), fold);
        int[] test = cell.task().folds().test(cell.repeat(), fold);
        FoldScores scores = requireNonNull(scorer.score(fold), "score() gave null");
        refuseBadScores(cell, train, scores.train());
        refuseBadScores(cell, test, scores.test());
        int[] labels = labels(cell.task(), test);
        FoldResult result =
                new FoldResult(
                        cell.repeat(),
                        fold,
                        Metric.AUC.of(labels, scores.test(), OptionalDouble.empty()),
                        YoudenThreshold.choose(labels(cell.task(), train), scores.train()),
                        train.length,
                        test.length);
        return new KeptFolds.Fold(result, predictions(cell, fold, test, scores.test()));
    }

    private static List<Prediction> predictions(
            EvaluationCell cell, int fold, int[] test, double[] scores) {
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Sample sample = cell.task().dataset().samples().get(test[i]);
            predictions.add(
                    new Prediction(
                            sample.id(),
                            sample.group().orElse(""),
                            cell.repeat(),
                            fold,
                            cell.task().label(test[i]),
                            scores[i]));
        }
        return predictions;
    }

    private static int[] labels(Task task, int[] samples) {
        return IntStream.of(samples).map(task::label).toArray();
    }

    private static void refuseBadScores(EvaluationCell cell, int[] samples, double[] scores) {
        if (scores.length != samples.length) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "plugin %s %s gave %d scores for %d images; report this to the plugin's author"
                            .formatted(
                                    cell.plugin().id(),
                                    cell.plugin().version(),
                                    scores.length,
                                    samples.length));
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i])) {
                throw new ModanException(
                        ErrorCode.TRAINING,
                        "%s (cell %s): the evaluator gave %s as the score of %s"
                                .formatted(
                                        cell.title(),
                                        cell.key(),
                                        scores[i],
                                        cell.task().dataset().samples().get(samples[i]).id()));
            }
        }
    }
}
