/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.contract.NotChecked;
import org.modan.nn.layer.Host;
import org.modan.spi.ModanException;
import org.modan.spi.Objective;
import org.modan.spi.Targets;

/** Asks an objective for its loss of one batch, and the engine for its gradient, as a step does. */
final class LossProbe {

    private static final Set<DataType> NUMBERS = EnumSet.of(DataType.FLOAT32, DataType.FLOAT64);

    private final Objective objective;

    LossProbe(Objective objective) {
        this.objective = requireNonNull(objective, "objective is null");
    }

    LossValue measure(Outputs outputs, BatchTargets batch) {
        try (NDManager manager = Cpu.newManager()) {
            return measure(outputs, batch, manager);
        }
    }

    /**
     * @param manager what stays open in it afterwards, the objective left there
     * @throws ContractViolation if there is no scalar loss that the engine can differentiate, or
     *     outputs or targets were changed
     */
    LossValue measure(Outputs outputs, BatchTargets batch, NDManager manager) {
        try (NDScope scope = new NDScope();
                GradientCollector collector = manager.getEngine().newGradientCollector()) {
            NDArray leaf = outputs.toLeaf(manager);
            Targets targets = batch.toTargets(manager);
            NDArray loss = loss(objective, leaf, targets);
            requireScalar(loss);
            double value = Host.number(loss);
            differentiate(loss, collector);
            float[] gradient = Host.floats(leaf.getGradient());
            requireUnchanged("outputs", outputs.values(), Host.floats(leaf));
            requireUnchanged("targets.metadata()", batch.flat(), Host.floats(targets.metadata()));
            requireUnchanged(batch.classes(), targets.classes());
            return new LossValue(value, gradient);
        }
    }

    /**
     * @throws NotChecked if the objective refuses the batch, which may be too small for it
     */
    static NDArray loss(Objective objective, NDArray outputs, Targets targets) {
        try {
            return objective.loss(outputs, targets);
        } catch (ModanException e) {
            throw new NotChecked(
                    "the loss refused a batch of %d images: %s"
                            .formatted(targets.images(), e.getMessage()),
                    e);
        }
    }

    static void requireScalar(NDArray loss) {
        if (loss == null) {
            throw new ContractViolation("loss(outputs, targets) gave null; it must give a scalar");
        }
        if (loss.size() != 1 || !NUMBERS.contains(loss.getDataType())) {
            throw new ContractViolation(
                    "loss(outputs, targets) gave %s of shape %s; it must be one float32 number: sum or average it"
                            .formatted(loss.getDataType(), loss.getShape()));
        }
    }

    static void differentiate(NDArray loss, GradientCollector collector) {
        try {
            collector.backward(loss);
        } catch (EngineException e) {
            throw new ContractViolation(
                    "the loss cannot be differentiated in the outputs (%s); what was read into Java, made by stopGradient() or duplicate(), or converted to another type is cut off from them"
                            .formatted(firstLine(e.getMessage())),
                    e);
        }
    }

    private static void requireUnchanged(String what, float[] before, float[] after) {
        if (!Arrays.equals(before, after)) {
            throw changed(what);
        }
    }

    private static void requireUnchanged(long[] before, NDArray after) {
        long[] classes = new long[before.length];
        Host.bytes(after).asLongBuffer().get(classes);
        if (!Arrays.equals(before, classes)) {
            throw changed("targets.classes()");
        }
    }

    private static ContractViolation changed(String what) {
        return new ContractViolation(
                "loss(outputs, targets) changed the values of %s in place; compute with a new array"
                        .formatted(what));
    }

    private static String firstLine(String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }
}
