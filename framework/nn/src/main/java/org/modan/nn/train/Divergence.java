/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Host;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;

/** Stops a training whose numbers have left the finite. */
final class Divergence {

    private static final String REMEDY =
            "training diverged; lower the learning rate (it was %s) or add warm-up epochs";

    /** No rate has acted yet. */
    private static final String FIRST_STEP =
            "no weight was changed before: look at the strategy's or evaluator's options, such as temperature, and at the weights it starts from";

    private Divergence() {}

    /** The loss first: where that is not finite there is no gradient. */
    static void requireFinite(StepResult result, int epoch, int step, double learningRate) {
        requireFinite("loss", result.loss(), epoch, step, learningRate);
        requireFinite("gradient's norm", result.gradientNorm(), epoch, step, learningRate);
    }

    private static void requireFinite(
            String what, double value, int epoch, int step, double learningRate) {
        if (!Double.isFinite(value)) {
            boolean first = epoch == 1 && step == 1;
            String remedy = first ? FIRST_STEP : REMEDY.formatted(learningRate);
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "the %s is %s in epoch %d, step %d: %s"
                            .formatted(what, value, epoch, step, remedy));
        }
    }

    /** Before values are kept to go on from: from such as these no training recovers. */
    static void requireFinite(
            String what, Weights values, TrainingPosition position, double learningRate) {
        values.firstNotFinite()
                .ifPresent(
                        name -> {
                            throw new ModanException(
                                    ErrorCode.TRAINING,
                                    ("the %s of %s are no longer finite %s: " + REMEDY)
                                            .formatted(what, name, when(position), learningRate));
                        });
    }

    private static String when(TrainingPosition position) {
        return position.stepsDone() == 0
                ? "after epoch %d".formatted(position.epochsDone())
                : "in epoch %d, after step %d"
                        .formatted(position.epochsDone() + 1, position.stepsDone());
    }

    /** A finite gradient times a large rate can still leave the range of float32. */
    static void requireFinite(Map<String, Parameter> weights, EpochReport report) {
        weights.forEach(
                (name, weight) -> {
                    try (NDArray sum = weight.array().sum()) {
                        if (!Double.isFinite(Host.number(sum))) {
                            throw new ModanException(
                                    ErrorCode.TRAINING,
                                    ("the weights of %s are no longer finite after epoch %d: "
                                                    + REMEDY)
                                            .formatted(
                                                    name, report.epoch(), report.learningRate()));
                        }
                    }
                });
    }
}
