/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;

/** Compares weights with a layer's parameters before a single one is changed. */
final class StrictLoading {

    private final Map<String, HostTensor> tensors;
    private final Map<String, Parameter> parameters;

    StrictLoading(Map<String, HostTensor> tensors, Layer layer) {
        this.tensors = tensors;
        this.parameters = layer.parameters();
    }

    void into(NDManager manager) {
        List<String> problems = problems();
        Misfits.requireNone(problems);
        parameters.forEach(
                (name, parameter) -> {
                    HostTensor tensor = tensors.get(name);
                    HostTensor converted =
                            parameter.type() == DataType.FLOAT32 ? tensor.asFloat32() : tensor;
                    Parameters.bind(parameter, converted.bytes(), manager);
                });
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Misfits misfits = new Misfits(WeightOutline.forms(tensors));
        parameters.forEach(
                (name, parameter) -> misfits.find(name, parameter).ifPresent(problems::add));
        for (String name : tensors.keySet()) {
            if (!parameters.containsKey(name)) {
                problems.add("%s is unexpected".formatted(name));
            }
        }
        return problems;
    }
}
