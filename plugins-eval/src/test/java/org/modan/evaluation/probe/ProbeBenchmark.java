/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modan.evaluation.Evaluators;
import org.modan.spi.ProbeEvaluator;

/**
 * Times each probe on all folds of BUSI's size: 10 repeats of 5 folds on 780 images with 512
 * features, on one thread. To be run by hand.
 */
final class ProbeBenchmark {

    private static final int FOLDS = 5;

    private ProbeBenchmark() {}

    /**
     * @param arguments how many repeats; 10 if none is given
     */
    public static void main(String[] arguments) {
        int repeats = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        DrawnFeatures features = DrawnFeatures.of(780, 512, 1);
        for (String name : List.of("linear-probe", "knn", "logistic")) {
            ProbeEvaluator probe = (ProbeEvaluator) Evaluators.create(name, Map.of());
            long start = System.nanoTime();
            double sum = 0;
            for (int repeat = 0; repeat < repeats; repeat++) {
                for (int fold = 0; fold < FOLDS; fold++) {
                    sum += probe.score(features.fold(fold, FOLDS, repeat)).test()[0];
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d folds in %.1f s (first scores %.3f on average)%n",
                    name,
                    repeats * FOLDS,
                    (System.nanoTime() - start) / 1e9,
                    sum / repeats / FOLDS);
        }
    }
}
