/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import ai.djl.ndarray.NDManager;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.contract.NotChecked;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.Seed;
import org.modan.spi.TransferEvaluator;

/** Asks an evaluator for the scores of a fold in the way of its kind. */
@FunctionalInterface
interface FoldScoring {

    /**
     * @param task whose only fold is scored
     * @param seed of the fold
     */
    FoldScores score(PhantomTask task, Seed seed);

    /**
     * The scores of a fold that an evaluator may refuse.
     *
     * @throws ContractViolation if there are none
     * @throws NotChecked if it does: the fold may be too small for it, or lack what it needs
     */
    default FoldScores scoreOrSkip(PhantomTask task, Seed seed) {
        FoldScores scores;
        try {
            scores = score(task, seed);
        } catch (ModanException e) {
            throw new NotChecked(
                    "score(...) refused a fold of %d images to fit on and %d to score: %s"
                            .formatted(
                                    task.trainSamples().size(),
                                    task.testSamples().size(),
                                    e.getMessage()),
                    e);
        }
        if (scores == null) {
            throw new ContractViolation(
                    "score(...) gave null; it must give the scores of the fold");
        }
        return scores;
    }

    static FoldScoring by(TransferEvaluator evaluator) {
        return (task, seed) -> {
            try (NDManager manager = Cpu.newManager()) {
                return evaluator.score(task.transferFold(manager, seed));
            }
        };
    }

    static FoldScoring by(ProbeEvaluator evaluator) {
        return (task, seed) -> evaluator.score(task.probeFold(seed));
    }

    static FoldScoring by(ControlEvaluator evaluator) {
        return (task, seed) -> evaluator.score(task.trainSamples(), task.testSamples(), seed);
    }
}
