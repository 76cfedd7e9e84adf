/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.nn.layer.Host;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Objective;
import org.modan.spi.Parameter;

/** That a head fits every encoder, is new each time, and learns. */
final class HeadChecks {

    /** Of a small encoder, of ResNet-18 and of ResNet-50. */
    private static final int[] WIDTHS = {48, 512, 2048};

    private static final int IMAGES = 6;

    private final StrategySubject subject;

    HeadChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("its head fits encoders of every width", this::fitsEveryWidth),
                new Check("every head it makes is a new one", this::isNewEachTime),
                new Check(
                        "its head gives the same for the same rows twice", this::givesTheSameTwice),
                new Check("the loss reaches its head's parameters", this::learns));
    }

    private void fitsEveryWidth() {
        Objective objective = subject.objective();
        int rows = objective.viewsPerImage() * IMAGES;
        for (int width : WIDTHS) {
            try (NDManager manager = Cpu.newManager();
                    NDScope scope = new NDScope()) {
                Layer head = StrategySubject.head(objective, width, manager);
                NDArray outputs = forward(head, rows, width, manager);
                Shape shape = outputs.getShape();
                if (shape.dimension() != 2 || shape.get(0) != rows || shape.get(1) < 1) {
                    throw new ContractViolation(
                            "head(%d) maps features of shape (%d, %d) to %s; it must give one row a view, (%d, k)"
                                    .formatted(width, rows, width, shape, rows));
                }
                if (outputs.getDataType() != DataType.FLOAT32) {
                    throw new ContractViolation(
                            "head(%d) gives %s; it must give float32, as it is given"
                                    .formatted(width, outputs.getDataType()));
                }
            }
        }
    }

    private static NDArray forward(Layer head, int rows, int width, NDManager manager) {
        try {
            return head.forward(StrategySubject.features(rows, width, manager), Mode.TRAIN);
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "head(%d) cannot take features of shape (%d, %d): %s"
                            .formatted(width, rows, width, e.getMessage()),
                    e);
        }
    }

    private void isNewEachTime() {
        Objective objective = subject.objective();
        Set<Parameter> first = Collections.newSetFromMap(new IdentityHashMap<>());
        first.addAll(objective.head(StrategySubject.FEATURES).parameters().values());
        Map<String, Parameter> second = objective.head(StrategySubject.FEATURES).parameters();
        second.forEach(
                (name, parameter) -> {
                    if (first.contains(parameter)) {
                        throw new ContractViolation(
                                "two calls of head(%d) share the parameter %s; each call must make a head of its own, or one training goes on with another's weights"
                                        .formatted(StrategySubject.FEATURES, name));
                    }
                });
    }

    private void givesTheSameTwice() {
        Objective objective = subject.objective();
        int rows = objective.viewsPerImage() * IMAGES;
        try (NDManager manager = Cpu.newManager();
                NDScope scope = new NDScope()) {
            Layer head = StrategySubject.head(objective, StrategySubject.FEATURES, manager);
            NDArray features = StrategySubject.features(rows, StrategySubject.FEATURES, manager);
            float[] first = Host.floats(head.forward(features, Mode.TRAIN));
            float[] second = Host.floats(head.forward(features, Mode.TRAIN));
            if (!Arrays.equals(first, second)) {
                throw new ContractViolation(
                        "the head gives other values for the same rows a second time; with a micro-batch each row goes through twice, so a layer must not draw anew, as dropout does");
            }
        }
    }

    private void learns() {
        Map<String, float[]> gradients =
                new LinkedHashMap<>(new HeadProbe(subject).gradients(() -> {}));
        gradients.remove("features");
        boolean anyMoves = gradients.isEmpty();
        for (Map.Entry<String, float[]> named : gradients.entrySet()) {
            for (float value : named.getValue()) {
                if (!Float.isFinite(value)) {
                    throw new ContractViolation(
                            "the gradient of %s is not finite".formatted(named.getKey()));
                }
                anyMoves |= value != 0;
            }
        }
        if (!anyMoves) {
            throw new ContractViolation(
                    "the loss has no gradient in any of the head's parameters (%s): the head would not learn; forward must compute with parameter.array()"
                            .formatted(String.join(", ", gradients.keySet())));
        }
    }
}
