/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.nn.layer.BatchNorm2d;
import org.modan.nn.layer.Linear;
import org.modan.nn.layer.Parameters;
import org.modan.nn.layer.Relu;
import org.modan.nn.layer.Sequential;
import org.modan.spi.Layer;
import org.modan.spi.Seed;

/** A network with weights, buffers and a counter that trains in milliseconds. */
final class SmallNetworks {

    private SmallNetworks() {}

    /** One channel of 4 x 4 pixels to one value. */
    static Network withBatchNorm(NDManager manager) {
        Layer encoder = Sequential.of(new BatchNorm2d(1), new Flatten(), new Linear(16, 6));
        Network network = new Network(encoder, Sequential.of(new Relu(), new Linear(6, 1)));
        Parameters.initialise(network, manager, new Seed(3));
        return network;
    }

    /** One pixel {@code x} to {@code w x + b}. */
    static Network line(NDManager manager, float weight, float bias) {
        Network network = new Network(new Flatten(), new Linear(1, 1));
        load(network, Map.of("head.weight", weights(weight), "head.bias", weights(bias)), manager);
        return network;
    }

    /** Squared distance from 1 for images of odd index and from -1 for the others, any views. */
    static NDArray distanceFromParity(NDArray outputs, int[] indices) {
        long rows = outputs.getShape().get(0);
        float[] wanted = new float[Math.toIntExact(rows)];
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] = indices[row % indices.length] % 2 == 1 ? 1 : -1;
        }
        return outputs.flatten().sub(outputs.getManager().create(wanted)).square().mean();
    }

    /** A copy of everything the network holds. */
    static Map<String, Buffer> save(Layer network) {
        Map<String, Buffer> values = new LinkedHashMap<>();
        network.parameters()
                .forEach(
                        (name, parameter) ->
                                values.put(
                                        name,
                                        parameter.type() == DataType.INT64
                                                ? LongBuffer.wrap(parameter.array().toLongArray())
                                                : weights(parameter.array().toFloatArray())));
        return values;
    }

    static void load(Layer network, Map<String, Buffer> values, NDManager manager) {
        network.parameters()
                .forEach(
                        (name, parameter) ->
                                Parameters.bind(parameter, values.get(name).duplicate(), manager));
    }

    static FloatBuffer weights(float... values) {
        return FloatBuffer.wrap(values);
    }
}
