/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;

/**
 * The golden encoder's weights and input: element {@code i} of entry {@code k} is the first output
 * of SplitMix64 seeded with {@code (seed << 48) + (k << 32) + i}, mapped to {@code [-1, 1)} and
 * scaled by kind.
 */
public final class FormulaWeights {

    private static final long INPUT = 1000;

    private final long seed;

    public FormulaWeights(long seed) {
        this.seed = seed;
    }

    public void fill(Layer layer, NDManager manager) {
        long entry = 0;
        for (Map.Entry<String, Parameter> named : layer.parameters().entrySet()) {
            Parameter parameter = named.getValue();
            if (parameter.type() == DataType.INT64) {
                Parameters.bind(parameter, LongBuffer.allocate(1), manager);
            } else {
                float[] values = uniform(entry, parameter.shape());
                scale(values, named.getKey(), parameter.shape());
                Parameters.bind(parameter, FloatBuffer.wrap(values), manager);
            }
            entry++;
        }
    }

    public NDArray input(Shape shape, NDManager manager) {
        return manager.create(uniform(INPUT, shape), shape);
    }

    private float[] uniform(long entry, Shape shape) {
        float[] values = new float[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            long bits = splitMix64((seed << 48) + (entry << 32) + i);
            values[i] = (float) ((bits >>> 11) * 0x1.0p-53 * 2 - 1);
        }
        return values;
    }

    private static void scale(float[] values, String name, Shape shape) {
        double deviation =
                shape.dimension() == 4
                        ? Math.sqrt(2.0 / (shape.get(0) * shape.get(2) * shape.get(3)))
                        : 0;
        for (int i = 0; i < values.length; i++) {
            double u = values[i];
            if (shape.dimension() == 4) {
                values[i] = (float) (u * Math.sqrt(3) * deviation);
            } else if (name.endsWith("running_var")) {
                values[i] = (float) (1 + 0.2 * Math.abs(u));
            } else if (name.endsWith("weight")) {
                values[i] = (float) (1 + 0.1 * u);
            } else {
                values[i] = (float) (0.1 * u);
            }
        }
    }

    private static long splitMix64(long state) {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
