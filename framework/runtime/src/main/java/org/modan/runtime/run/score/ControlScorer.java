/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import java.util.Arrays;
import java.util.List;
import org.modan.runtime.data.TestSamples;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.protocol.FoldPlan;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** Has a fold scored from what is known of the samples beside their images. */
record ControlScorer(EvaluationCell cell, ControlEvaluator evaluator) implements FoldScorer {

    @Override
    public FoldScores score(int fold) {
        FoldPlan folds = cell.task().folds();
        List<Sample> samples = cell.task().dataset().samples();
        List<Sample> train =
                Arrays.stream(folds.train(cell.repeat(), fold)).mapToObj(samples::get).toList();
        List<Sample> test = TestSamples.metadataOnly(samples, folds.test(cell.repeat(), fold));
        try {
            return evaluator.score(train, test, cell.foldSeed(fold));
        } catch (ModanException e) {
            // What a control misses is missing in the task, whose name it is not told.
            throw new ModanException(
                    e.code(), "tasks.%s: %s".formatted(cell.task().id(), e.getMessage()), e);
        }
    }
}
