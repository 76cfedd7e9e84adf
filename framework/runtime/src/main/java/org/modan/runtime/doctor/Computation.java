/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.Optional;

/**
 * A computation small enough to be done by hand, forwards and backwards: for X = [[1, 2], [3, 4]]
 * the sum of all elements of XX is 54, and its derivative by X<sub>ij</sub> the sum of row j plus
 * the sum of column i, [[7, 11], [9, 13]].
 */
final class Computation {

    private static final float[] X = {1, 2, 3, 4};
    private static final float SUM = 54;
    private static final float[] GRADIENT = {7, 11, 9, 13};

    private Computation() {}

    /** What came out wrong; empty if nothing did. */
    static Optional<String> tryOn(Engine engine, Device device) {
        try (NDManager manager = engine.newBaseManager(device);
                NDArray x = manager.create(X, new Shape(2, 2))) {
            x.setRequiresGradient(true);
            float sum;
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray loss = x.matMul(x).sum();
                collector.backward(loss);
                sum = loss.toDevice(Device.cpu(), false).getFloat();
            }
            float[] gradient;
            try (NDArray computed = x.getGradient()) {
                gradient = computed.toDevice(Device.cpu(), false).toFloatArray();
            }
            if (sum != SUM || !Arrays.equals(gradient, GRADIENT)) {
                return Optional.of(
                        "%s and %s came out instead of %s and %s"
                                .formatted(
                                        sum,
                                        Arrays.toString(gradient),
                                        SUM,
                                        Arrays.toString(GRADIENT)));
            }
            return Optional.empty();
        }
    }
}
