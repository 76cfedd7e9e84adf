/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.nn.layer.Storage;
import org.modan.spi.Parameter;

/** The arrays an optimiser keeps from step to step. */
final class OptimizerState {

    private final NDManager manager;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    OptimizerState(NDManager manager) {
        this.manager = manager;
    }

    /** Adds zeros of a parameter's shape, type and layout. */
    void addLike(String name, Parameter parameter) {
        DataType type = parameter.array().getDataType();
        try (NDArray zeros = manager.zeros(parameter.shape(), type)) {
            arrays.put(name, kept(Storage.copy(zeros, parameter.layout())));
        }
    }

    /** Adds a count that starts at zero. */
    void addCounter(String name) {
        arrays.put(name, kept(manager.zeros(new Shape(), DataType.INT64)));
    }

    NDArray get(String name) {
        return arrays.get(name);
    }

    Map<String, NDArray> view() {
        return Collections.unmodifiableMap(arrays);
    }

    void restore(Map<String, NDArray> source) {
        if (!source.keySet().equals(arrays.keySet())) {
            throw new IllegalArgumentException(
                    "the state of another optimiser: it has %s, this one %s"
                            .formatted(source.keySet(), arrays.keySet()));
        }
        arrays.forEach((name, array) -> requireSameForm(name, array, source.get(name)));
        // Into the arrays there are: others would have to be given their layout again.
        arrays.forEach((name, array) -> array.set(new NDIndex("..."), source.get(name)));
    }

    private static void requireSameForm(String name, NDArray mine, NDArray other) {
        if (!mine.getShape().equals(other.getShape())
                || mine.getDataType() != other.getDataType()) {
            throw new IllegalArgumentException(
                    "the state of another optimiser: %s is %s %s, this one's is %s %s"
                            .formatted(
                                    name,
                                    other.getDataType(),
                                    other.getShape(),
                                    mine.getDataType(),
                                    mine.getShape()));
        }
    }

    /** Outlives the scope of the step it may have been made in. */
    private static NDArray kept(NDArray array) {
        NDScope.unregister(array);
        return array;
    }
}
