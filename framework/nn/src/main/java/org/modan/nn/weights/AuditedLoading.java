/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.modan.nn.layer.Parameters;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;
import org.modan.spi.StemAdaptation;

/**
 * Puts weights from elsewhere into an encoder, and accounts for every tensor of both before a
 * single one is changed.
 */
final class AuditedLoading {

    private static final String COUNTER = "num_batches_tracked";

    private final Map<String, HostTensor> tensors;
    private final Map<String, Parameter> parameters;
    private final StemAdaptation stem;
    private final Misfits misfits;
    private final Map<String, HostTensor> values = new LinkedHashMap<>();
    private final Map<String, String> adapted = new LinkedHashMap<>();
    private final List<String> loaded = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    AuditedLoading(Map<String, HostTensor> tensors, Layer layer, StemAdaptation stem) {
        this.tensors = tensors;
        this.parameters = layer.parameters();
        this.stem = stem;
        this.misfits = new Misfits(tensors);
    }

    LoadAudit into(NDManager manager) {
        Strangers strangers = new Strangers(tensors, parameters);
        strangers.nothingInCommon().ifPresent(AuditedLoading::refuse);
        parameters.forEach(this::match);
        findUnexpected();
        Misfits.requireNone(problems, strangers.remedy());
        values.forEach(
                (name, tensor) -> Parameters.bind(parameters.get(name), tensor.bytes(), manager));
        return new LoadAudit(loaded, adapted, missing, unexpected);
    }

    private static void refuse(String reason) {
        throw new ModanException(
                ErrorCode.CONFIGURATION, "the weights are not of this encoder: " + reason);
    }

    private void match(String name, Parameter parameter) {
        if (!tensors.containsKey(name) && isCounter(name, parameter)) {
            missing.add(name);
            values.put(name, HostTensor.of(new Shape(), 0L));
        } else if (isUnfitStem(name, parameter)) {
            adaptStem(tensors.get(name), parameter);
        } else {
            misfits.find(name, parameter)
                    .ifPresentOrElse(problems::add, () -> load(name, tensors.get(name), parameter));
        }
    }

    private void load(String name, HostTensor tensor, Parameter parameter) {
        values.put(name, parameter.type() == DataType.FLOAT32 ? tensor.asFloat32() : tensor);
        loaded.add(name);
    }

    private void adaptStem(HostTensor tensor, Parameter parameter) {
        StemFit fit = new StemFit(tensor.shape(), parameter.shape());
        if (stem == StemAdaptation.REINIT) {
            adapted.put(StemFit.WEIGHT, "drawn anew, as " + fit.difference());
        } else if (stem == StemAdaptation.STRICT) {
            problems.add(
                    "%s does not fit: %s; %s"
                            .formatted(StemFit.WEIGHT, fit.difference(), fit.remedy()));
        } else if (fit.canBeSummed()) {
            load(StemFit.WEIGHT, fit.summed(tensor), parameter);
            adapted.put(StemFit.WEIGHT, "RGB summed to grey");
        } else {
            problems.add(
                    "%s cannot be summed to grey: %s, and %s; set conv1 to reinit"
                            .formatted(StemFit.WEIGHT, fit.difference(), fit.obstacle()));
        }
    }

    /** A head is of no use to an encoder; more of the encoder's own parts is another encoder. */
    private void findUnexpected() {
        Set<String> parts =
                parameters.keySet().stream().map(AuditedLoading::part).collect(Collectors.toSet());
        for (String name : tensors.keySet()) {
            if (parameters.containsKey(name)) {
                continue;
            }
            unexpected.add(name);
            if (parts.contains(part(name))) {
                problems.add(name + " is unexpected");
            }
        }
    }

    private boolean isUnfitStem(String name, Parameter parameter) {
        if (!name.equals(StemFit.WEIGHT) || !tensors.containsKey(name)) {
            return false;
        }
        HostTensor tensor = tensors.get(name);
        return FloatingTypes.isFloating(tensor.type())
                && !tensor.shape().equals(parameter.shape())
                && new StemFit(tensor.shape(), parameter.shape()).areKernels();
    }

    private static boolean isCounter(String name, Parameter parameter) {
        return name.endsWith(COUNTER) && parameter.type() == DataType.INT64;
    }

    private static String part(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
