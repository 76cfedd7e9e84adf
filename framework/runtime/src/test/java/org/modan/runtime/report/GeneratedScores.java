/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.results.ResultRow;

/** Draws what an arm scores. */
record GeneratedScores(int images, int folds, RandomGenerator random) {

    /** A fold's predictions: the greater the strength, the easier the classes are told apart. */
    List<Prediction> fold(int repeat, int fold, double strength) {
        List<Prediction> part = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            if (i % folds == fold) {
                int label = i / 2 % 2;
                // Four uniform draws are normal enough, and the same in every JDK.
                double noise = -2;
                for (int draw = 0; draw < 4; draw++) {
                    noise += random.nextDouble();
                }
                double score = 1 / (1 + Math.exp(-(strength * label + 1.7 * noise)));
                part.add(
                        new Prediction(
                                GeneratedRun.sample(i),
                                "patient-" + i / 2,
                                repeat,
                                fold,
                                label,
                                score));
            }
        }
        return part;
    }

    static ResultRow failed(
            String arm, String strategy, String task, String evaluator, int repeat, String cell) {
        return new ResultRow(
                arm,
                strategy,
                task,
                evaluator,
                repeat,
                OptionalInt.empty(),
                "auc",
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Status.FAILED,
                cell);
    }
}
