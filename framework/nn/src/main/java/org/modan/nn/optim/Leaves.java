/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Parameter;

/** The parameters an optimiser changes: leaves of the graph that differentiation builds. */
final class Leaves {

    /** What an optimiser does with one leaf. */
    interface Update {
        /**
         * @param gradient with the weight decay's part; it may be overwritten
         */
        void apply(String name, NDArray values, NDArray gradient);
    }

    private final Map<String, Parameter> parameters;
    private final double weightDecay;
    private final boolean batchNormDecay;

    Leaves(Map<String, Parameter> parameters, double weightDecay, boolean batchNormDecay) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.weightDecay = weightDecay;
        this.batchNormDecay = batchNormDecay;
    }

    void update(Update update) {
        parameters.forEach(
                (name, parameter) -> {
                    NDArray values = parameter.array();
                    try (NDArray gradient = values.getGradient()) {
                        // In a thread that records, PyTorch refuses to change a recorded leaf in
                        // place; whether a thread records depends on which one loaded the engine.
                        values.setRequiresGradient(false);
                        try (NDArray decayed = values.mul(decayOf(parameter))) {
                            update.apply(name, values, decayed.addi(gradient));
                        } finally {
                            values.setRequiresGradient(true);
                        }
                    }
                });
    }

    void zeroGradients() {
        for (Parameter parameter : parameters.values()) {
            try (NDArray gradient = parameter.array().getGradient();
                    NDArray zero = gradient.getManager().create(0f)) {
                // Not a product with zero: that would keep what is not a number. Not set() with a
                // plain number: DJL makes an array of it and leaves that open.
                gradient.set(new NDIndex("..."), zero);
            }
        }
    }

    private double decayOf(Parameter parameter) {
        return batchNormDecay || !parameter.isNormalisation() ? weightDecay : 0;
    }
}
