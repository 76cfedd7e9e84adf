/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;

/**
 * What a host does with a layer's parameters before and after training.
 *
 * @since 1.0
 */
public final class Parameters {

    private Parameters() {}

    /**
     * Gives every parameter its first values.
     *
     * <p>Each is drawn from a seed of its own name, so that its values depend neither on the order
     * nor on the number of the others.
     *
     * @param manager owns the values from now on, also where an {@link NDScope} is open
     */
    public static void initialise(Layer layer, NDManager manager, Seed seed) {
        Map<String, float[]> start = start(layer, seed);
        layer.parameters()
                .forEach(
                        (name, parameter) ->
                                bind(
                                        parameter,
                                        buffer(start.get(name), parameter.type()),
                                        manager));
    }

    /** The first values that {@link #initialise} gives every parameter, by name. */
    public static Map<String, float[]> start(Layer layer, Seed seed) {
        Map<String, float[]> start = new LinkedHashMap<>();
        layer.parameters()
                .forEach(
                        (name, parameter) ->
                                start.put(
                                        name,
                                        parameter.start(seed.derive("initialise", name).random())));
        return start;
    }

    /**
     * Chooses how a layer's convolution weights will lie in memory, and with them all its maps: a
     * convolution of libtorch gives its output in the layout of its weight.
     *
     * @throws IllegalStateException if a parameter already has storage
     */
    public static void layOut(Layer layer, MemoryLayout layout) {
        layer.parameters().values().forEach(parameter -> parameter.layOut(layout));
    }

    /** The parameters an optimiser may change, in {@code state_dict} order. */
    public static Map<String, Parameter> trainable(Layer layer) {
        Map<String, Parameter> trainable = new LinkedHashMap<>();
        layer.parameters()
                .forEach(
                        (name, parameter) -> {
                            if (parameter.trainable()) {
                                trainable.put(name, parameter);
                            }
                        });
        return Collections.unmodifiableMap(trainable);
    }

    /**
     * Gives a parameter new storage of its layout with these values and closes the old.
     *
     * @param values row-major, of the parameter's type and size
     * @param manager owns the storage from now on, also where an {@link NDScope} is open
     */
    public static void bind(Parameter parameter, Buffer values, NDManager manager) {
        NDArray array;
        try (NDArray borrowed = manager.create(values, parameter.shape(), parameter.type())) {
            // The copy lies in the engine's own aligned memory; what create() gives may lie in a
            // Java buffer, counted against the heap's limits and aligned by chance.
            array = Storage.copy(borrowed, parameter.layout());
        }
        NDScope.unregister(array);
        if (parameter.trainable()) {
            array.setRequiresGradient(true);
        }
        if (parameter.isAllocated()) {
            parameter.array().close();
        }
        parameter.bind(array);
    }

    private static Buffer buffer(float[] values, DataType type) {
        if (type == DataType.FLOAT32) {
            return FloatBuffer.wrap(values);
        }
        if (type == DataType.INT64) {
            long[] longs = new long[values.length];
            for (int i = 0; i < values.length; i++) {
                longs[i] = (long) values[i];
            }
            return LongBuffer.wrap(longs);
        }
        throw new IllegalArgumentException("a parameter cannot be of type " + type);
    }
}
