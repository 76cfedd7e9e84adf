/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.StemAdaptation;

/**
 * Named values on the host, in order: what an encoder, a head or an optimiser's state is made of.
 */
public final class Weights {

    private final Map<String, HostTensor> tensors;

    private Weights(Map<String, HostTensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** A copy of all parameters and buffers of a layer, in {@code state_dict} order. */
    public static Weights of(Layer layer) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        layer.parameters()
                .forEach((name, parameter) -> tensors.put(name, HostTensor.of(parameter.array())));
        return new Weights(tensors);
    }

    /** A copy of named arrays, such as an optimiser's state, in the map's order. */
    public static Weights ofArrays(Map<String, NDArray> arrays) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, HostTensor.of(array)));
        return new Weights(tensors);
    }

    /** Of named tensors, in the map's order. */
    public static Weights ofTensors(Map<String, HostTensor> tensors) {
        return new Weights(tensors);
    }

    public Map<String, HostTensor> tensors() {
        return tensors;
    }

    /** The same with a prefix before every name, to keep several parts in one file. */
    public Weights prefixed(String prefix) {
        Map<String, HostTensor> prefixed = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> prefixed.put(prefix + name, tensor));
        return new Weights(prefixed);
    }

    /** The part whose names begin with a prefix, without it: undoes {@link #prefixed}. */
    public Weights under(String prefix) {
        Map<String, HostTensor> part = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        part.put(name.substring(prefix.length()), tensor);
                    }
                });
        return new Weights(part);
    }

    /**
     * These and then others.
     *
     * @throws IllegalArgumentException if both have a tensor of one name
     */
    public Weights plus(Weights others) {
        Map<String, HostTensor> all = new LinkedHashMap<>(tensors);
        others.tensors.forEach(
                (name, tensor) -> {
                    if (all.putIfAbsent(name, tensor) != null) {
                        throw new IllegalArgumentException("two tensors are named " + name);
                    }
                });
        return new Weights(all);
    }

    /**
     * Gives a layer these values, all or none of them. Floating types are converted to the
     * parameters'.
     *
     * @param manager owns the layer's arrays from now on
     * @throws ModanException naming what is missing, unexpected or of another form, if these are
     *     not exactly the layer's parameters
     */
    public void loadInto(Layer layer, NDManager manager) {
        new StrictLoading(tensors, layer).into(manager);
    }

    /**
     * Gives an encoder the values of these that it has a place for, all or none of them. What it
     * has no place for, such as a classifier, is left out; counters it lacks here start at zero.
     *
     * @param layer initialised, as an unfit stem may keep its values
     * @param manager owns the layer's arrays from now on
     * @return what became of every tensor
     * @throws ModanException naming what is missing or of another form, what shows that the weights
     *     are of another encoder, and values that no encoder can have
     */
    public LoadAudit loadInto(Layer layer, NDManager manager, StemAdaptation stem) {
        return new AuditedLoading(this, layer, stem).into(manager);
    }

    /** New arrays with these values, such as {@code Optimizer.restore} takes. */
    public Map<String, NDArray> toArrays(NDManager manager) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, tensor.toArray(manager)));
        return arrays;
    }

    /** The first tensor that holds an infinity or what is not a number. */
    public Optional<String> firstNotFinite() {
        return tensors.entrySet().stream()
                .filter(tensor -> !tensor.getValue().isFinite())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** SHA-256 over names, types, shapes and values, in order; in lower-case hexadecimal. */
    public String digest() {
        MessageDigest digest = sha256();
        tensors.forEach(
                (name, tensor) -> {
                    updateText(digest, name);
                    updateForm(digest, tensor.type(), tensor.shape());
                    digest.update(tensor.bytes());
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void updateForm(MessageDigest digest, DataType type, Shape shape) {
        updateText(digest, type.name());
        ByteBuffer sizes = ByteBuffer.allocate((1 + shape.dimension()) * Long.BYTES);
        sizes.putLong(shape.dimension());
        for (long size : shape.getShape()) {
            sizes.putLong(size);
        }
        digest.update(sizes.flip());
    }

    private static void updateText(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
