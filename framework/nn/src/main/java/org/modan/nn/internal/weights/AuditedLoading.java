/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;
import org.modan.spi.StemAdaptation;

/** Puts weights from elsewhere into an encoder, once all of them are judged to fit. */
final class AuditedLoading {

    private final Weights weights;
    private final Layer layer;
    private final StemAdaptation stem;

    AuditedLoading(Weights weights, Layer layer, StemAdaptation stem) {
        this.weights = weights;
        this.layer = layer;
        this.stem = stem;
    }

    LoadAudit into(NDManager manager) {
        LoadAudit audit = WeightOutline.of(weights).audit(layer, stem);
        Map<String, Parameter> parameters = layer.parameters();
        for (String name : audit.loaded()) {
            put(parameters.get(name), weights.tensors().get(name), manager);
        }
        for (String name : audit.missing()) {
            put(parameters.get(name), HostTensor.of(new Shape(), 0L), manager);
        }
        if (stem == StemAdaptation.SUM_RGB) {
            for (String name : audit.adapted().keySet()) {
                Parameter parameter = parameters.get(name);
                HostTensor colour = weights.tensors().get(name);
                StemFit fit = new StemFit(colour.shape(), parameter.shape());
                put(parameter, fit.summed(colour), manager);
            }
        }
        return audit;
    }

    private static void put(Parameter parameter, HostTensor tensor, NDManager manager) {
        HostTensor converted = parameter.type() == DataType.FLOAT32 ? tensor.asFloat32() : tensor;
        Parameters.bind(parameter, converted.bytes(), manager);
    }
}
