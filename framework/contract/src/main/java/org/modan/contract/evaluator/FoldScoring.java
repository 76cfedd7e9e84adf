/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import ai.djl.ndarray.NDManager;
import org.modan.contract.Cpu;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.FoldScores;
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
