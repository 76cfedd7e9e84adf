/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.nn.layer.Parameters;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;

/** Compares weights with a layer's parameters before a single one is changed. */
final class StrictLoading {

    private static final int NAMED_PROBLEMS = 5;

    private final Map<String, HostTensor> tensors;
    private final Map<String, Parameter> parameters;

    StrictLoading(Map<String, HostTensor> tensors, Layer layer) {
        this.tensors = tensors;
        this.parameters = layer.parameters();
    }

    void into(NDManager manager) {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new ModanException(ErrorCode.CONFIGURATION, message(problems));
        }
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
        parameters.forEach(
                (name, parameter) -> {
                    HostTensor tensor = tensors.get(name);
                    if (tensor == null) {
                        problems.add("%s is missing".formatted(name));
                    } else if (!tensor.shape().equals(parameter.shape())) {
                        problems.add(
                                "%s has shape %s instead of %s"
                                        .formatted(name, tensor.shape(), parameter.shape()));
                    } else if (!convertible(tensor.type(), parameter.type())) {
                        problems.add(
                                "%s has type %s instead of %s"
                                        .formatted(name, tensor.type(), parameter.type()));
                    }
                });
        for (String name : tensors.keySet()) {
            if (!parameters.containsKey(name)) {
                problems.add("%s is unexpected".formatted(name));
            }
        }
        return problems;
    }

    private static boolean convertible(DataType from, DataType to) {
        return from == to || (to == DataType.FLOAT32 && FloatingTypes.isFloating(from));
    }

    private static String message(List<String> problems) {
        int named = Math.min(problems.size(), NAMED_PROBLEMS);
        String rest =
                problems.size() > named ? "; and %d more".formatted(problems.size() - named) : "";
        return "the weights are not of this encoder: %s%s. Set the encoder's name, stem and channels to those the weights were made with"
                .formatted(String.join("; ", problems.subList(0, named)), rest);
    }
}
