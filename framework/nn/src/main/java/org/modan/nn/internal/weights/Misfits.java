/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.nn.internal.weights.WeightOutline.Form;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;

/** What keeps a file's tensors from being an encoder's. */
final class Misfits {

    private static final String USUAL_REMEDY =
            "Set the encoder's name, stem and channels to those the weights were made with";

    private final Map<String, Form> forms;

    Misfits(Map<String, Form> forms) {
        this.forms = forms;
    }

    /** Why the tensor of a parameter's name cannot give it its values, if it cannot. */
    Optional<String> find(String name, Parameter parameter) {
        if (!forms.containsKey(name)) {
            return Optional.of("%s is missing".formatted(name));
        }
        Form form = forms.get(name);
        if (!form.shape().equals(parameter.shape())) {
            return Optional.of(
                    "%s has shape %s instead of %s"
                            .formatted(name, form.shape(), parameter.shape()));
        }
        if (!convertible(form.type(), parameter.type())) {
            return Optional.of(
                    "%s has type %s instead of %s".formatted(name, form.type(), parameter.type()));
        }
        return Optional.empty();
    }

    /**
     * @throws ModanException naming the first few, if there are any
     */
    static void requireNone(List<String> problems) {
        requireNone(problems, Optional.empty());
    }

    /**
     * @param remedy what to do, if that is clear; a sentence without its full stop
     * @throws ModanException naming the first few, if there are any
     */
    static void requireNone(List<String> problems, Optional<String> remedy) {
        if (problems.isEmpty()) {
            return;
        }
        throw new ModanException(
                ErrorCode.CONFIGURATION,
                "the weights are not of this encoder: %s. %s"
                        .formatted(
                                Names.listed(problems, "; ", "; and %d more"),
                                remedy.orElse(USUAL_REMEDY)));
    }

    private static boolean convertible(DataType from, DataType to) {
        return from == to || (to == DataType.FLOAT32 && FloatingTypes.isFloating(from));
    }
}
