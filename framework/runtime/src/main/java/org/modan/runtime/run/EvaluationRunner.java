/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.metrics.RocAuc;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.Task;
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
final class EvaluationRunner {

    private final FoldScorers scorers;
    private final RunListener listener;

    EvaluationRunner(FoldScorers scorers, RunListener listener) {
        this.scorers = requireNonNull(scorers, "scorers is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    CellResult run(EvaluationCell cell, Path workspace) {
        FoldScorer scorer = scorers.of(cell);
        int folds = cell.task().folds().folds();
        List<Prediction> all = new ArrayList<>();
        List<FoldResult> results = new ArrayList<>();
        String digest;
        try {
            for (int fold = 0; fold < folds; fold++) {
                Path file = workspace.resolve("fold-%d.csv".formatted(fold));
                listener.foldStarted(fold + 1, folds);
                if (!isWhole(file, cell, fold)) {
                    Predictions.write(file, score(cell, fold, scorer));
                }
                // Read back even when just written: what is reported is what is kept.
                List<Prediction> predictions = Predictions.read(file);
                FoldResult result = result(cell, fold, predictions);
                listener.foldScored(result);
                all.addAll(predictions);
                results.add(result);
            }
            Path file = workspace.resolve(CellStore.PREDICTIONS);
            Predictions.write(file, all);
            digest = Digests.ofFile(file);
            for (int fold = 0; fold < folds; fold++) {
                Files.delete(workspace.resolve("fold-%d.csv".formatted(fold)));
            }
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT, "%s: %s".formatted(workspace, Reasons.of(e)), e);
        }
        return new CellResult(
                cell.key().digest(),
                cell.title(),
                CellResult.Status.DONE,
                Optional.empty(),
                Optional.of(digest),
                results,
                cell.identity());
    }

    /** Whether an interrupted run has kept all of a fold. */
    private static boolean isWhole(Path file, EvaluationCell cell, int fold) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            List<String> scored = Predictions.read(file).stream().map(Prediction::sample).toList();
            List<String> tested =
                    IntStream.of(cell.task().folds().test(cell.repeat(), fold))
                            .mapToObj(i -> cell.task().dataset().samples().get(i).id())
                            .toList();
            return scored.equals(tested);
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Prediction> score(EvaluationCell cell, int fold, FoldScorer scorer) {
        Task task = cell.task();
        int[] train = task.folds().train(cell.repeat(), fold);
        int[] test = task.folds().test(cell.repeat(), fold);
        FoldScores scores = scorer.score(fold);
        refuseBadScores(scores.train(), train.length);
        refuseBadScores(scores.test(), test.length);
        double[] tested = scores.test();
        List<Prediction> predictions = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            Sample sample = task.dataset().samples().get(test[i]);
            predictions.add(
                    new Prediction(
                            sample.id(),
                            sample.group().orElse(""),
                            cell.repeat(),
                            fold,
                            task.label(test[i]),
                            tested[i]));
        }
        return predictions;
    }

    private static void refuseBadScores(double[] scores, int expected) {
        if (scores.length != expected) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "the evaluator gave %d scores for %d images"
                            .formatted(scores.length, expected));
        }
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new ModanException(
                        ErrorCode.TRAINING, "the evaluator gave %s as a score".formatted(score));
            }
        }
    }

    private static FoldResult result(EvaluationCell cell, int fold, List<Prediction> predictions) {
        double auc =
                RocAuc.of(
                        predictions.stream().mapToInt(Prediction::label).toArray(),
                        predictions.stream().mapToDouble(Prediction::score).toArray());
        return new FoldResult(
                cell.repeat(),
                fold,
                auc,
                cell.task().folds().train(cell.repeat(), fold).length,
                predictions.size());
    }
}
