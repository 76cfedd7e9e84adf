/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.modan.nn.layer.Storage;
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
    private final DataType precision;

    /**
     * @param precision float32 as in training, or float64 to compare mathematics without rounding
     */
    public FormulaWeights(long seed, DataType precision) {
        this.seed = seed;
        this.precision = precision;
    }

    public void fill(Layer layer, NDManager manager) {
        long entry = 0;
        for (Map.Entry<String, Parameter> named : layer.parameters().entrySet()) {
            Parameter parameter = named.getValue();
            if (parameter.type() == DataType.INT64) {
                parameter.bind(manager.zeros(parameter.shape(), DataType.INT64));
            } else {
                double[] values = uniform(entry, parameter.shape());
                scale(values, named.getKey(), parameter.shape());
                NDArray array =
                        Storage.copy(array(values, parameter.shape(), manager), parameter.layout());
                array.setRequiresGradient(parameter.trainable());
                parameter.bind(array);
            }
            entry++;
        }
    }

    public NDArray input(Shape shape, NDManager manager) {
        return array(uniform(INPUT, shape), shape, manager);
    }

    private NDArray array(double[] values, Shape shape, NDManager manager) {
        return manager.create(values, shape).toType(precision, false);
    }

    private double[] uniform(long entry, Shape shape) {
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            long bits = splitMix64((seed << 48) + (entry << 32) + i);
            values[i] = (bits >>> 11) * 0x1.0p-53 * 2 - 1;
        }
        return values;
    }

    private static void scale(double[] values, String name, Shape shape) {
        double deviation =
                shape.dimension() == 4
                        ? Math.sqrt(2.0 / (shape.get(0) * shape.get(2) * shape.get(3)))
                        : 0;
        for (int i = 0; i < values.length; i++) {
            double u = values[i];
            if (shape.dimension() == 4) {
                values[i] = u * Math.sqrt(3) * deviation;
            } else if (name.endsWith("running_var")) {
                values[i] = 1 + 0.2 * Math.abs(u);
            } else if (name.endsWith("weight")) {
                values[i] = 1 + 0.1 * u;
            } else {
                values[i] = 0.1 * u;
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
