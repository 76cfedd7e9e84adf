/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;

/** Stops a training whose numbers have left the finite. */
final class Divergence {

    private static final String REMEDY =
            "training diverged; lower the learning rate (it was %s) or add warm-up epochs";

    private Divergence() {}

    static void requireFinite(double loss, int epoch, int step, double learningRate) {
        if (!Double.isFinite(loss)) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    ("the loss is %s in epoch %d, step %d: " + REMEDY)
                            .formatted(loss, epoch, step, learningRate));
        }
    }

    /** A finite loss can still have an infinite gradient, and then the last step's weights have. */
    static void requireFinite(Map<String, Parameter> weights, EpochReport report) {
        weights.forEach(
                (name, weight) -> {
                    try (NDArray sum = weight.array().sum()) {
                        if (!Float.isFinite(sum.getFloat())) {
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
