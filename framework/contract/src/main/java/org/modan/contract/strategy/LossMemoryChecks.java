/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Cpu;
import org.modan.contract.NativeArrays;
import org.modan.spi.Objective;

/** That a loss neither fills memory nor reads what is no longer its own. */
final class LossMemoryChecks {

    private static final int IMAGES = 5;

    private final StrategySubject subject;

    LossMemoryChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("its loss leaves no native array open", this::leavesNothingOpen),
                new Check(
                        "a garbage collection before the gradient changes nothing",
                        this::outlivesCollection));
    }

    private void leavesNothingOpen() {
        Objective objective = subject.objective();
        Outputs outputs = StrategySubject.outputs(objective, IMAGES);
        BatchTargets targets = BatchTargets.Kind.MIXED.of(subject.corpus(), IMAGES);
        LossProbe probe = new LossProbe(objective);
        try (NDManager manager = Cpu.newManager()) {
            // What is made once and kept does not fill memory step by step.
            probe.measure(outputs, targets, manager);
            NativeArrays before = NativeArrays.open();
            probe.measure(outputs, targets, manager);
            before.requireNoneLeft(
                    "one call of loss(outputs, targets)",
                    "make arrays with outputs.getManager() on the thread of the call; the host closes those");
        }
    }

    private void outlivesCollection() {
        HeadProbe probe = new HeadProbe(subject);
        Map<String, float[]> expected = probe.gradients(() -> {});
        Map<String, float[]> found = probe.gradients(FreedMemory::overwrite);
        expected.forEach(
                (name, gradient) -> {
                    if (!Arrays.equals(gradient, found.get(name))) {
                        throw new ContractViolation(
                                "the gradient in %s is another where garbage is collected between the loss and its gradient; DJL keeps a plain number, as in x.mul(2) and x.div(0.07), in memory that Java frees: write x.mul(Scalars.like(x, 2)), with org.modan.nn.layer.Scalars"
                                        .formatted(name));
                    }
                });
    }
}
