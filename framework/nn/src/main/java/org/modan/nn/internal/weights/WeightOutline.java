/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.StemAdaptation;

/**
 * What there is to know of weights without their values: enough to judge whether an encoder can
 * load them, and small enough to keep.
 */
public final class WeightOutline {

    /** What is known of one tensor. */
    record Form(Shape shape, DataType type) {}

    private final Map<String, Form> forms;
    private final Map<String, String> flaws;

    private WeightOutline(Map<String, Form> forms, Map<String, String> flaws) {
        this.forms = forms;
        this.flaws = flaws;
    }

    /** Of tensors whose values are read once, for what no encoder can have. */
    public static WeightOutline of(Weights weights) {
        Map<String, String> flaws = new LinkedHashMap<>();
        weights.tensors()
                .forEach(
                        (name, tensor) ->
                                ValueFlaws.find(name, tensor)
                                        .ifPresent(flaw -> flaws.put(name, flaw)));
        return new WeightOutline(forms(weights.tensors()), flaws);
    }

    /**
     * What would become of every tensor if an encoder loaded the weights; nothing is changed, and
     * the encoder needs no values yet.
     *
     * @throws ModanException if it cannot load them, naming what keeps it from that
     */
    public LoadAudit audit(Layer layer, StemAdaptation stem) {
        return new LoadJudgement(this, layer.parameters(), stem).audit();
    }

    static Map<String, Form> forms(Map<String, HostTensor> tensors) {
        Map<String, Form> forms = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> forms.put(name, new Form(tensor.shape(), tensor.type())));
        return forms;
    }

    /** By name, in the weights' order. */
    Map<String, Form> forms() {
        return forms;
    }

    /** By name: what is wrong with a tensor's values. */
    Map<String, String> flaws() {
        return flaws;
    }
}
