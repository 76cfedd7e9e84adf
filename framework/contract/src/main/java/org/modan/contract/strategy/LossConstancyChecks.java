/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.Objective;

/** That a loss depends on what it is given, and on nothing else. */
final class LossConstancyChecks {

    private static final int IMAGES = 7;
    private static final int OTHER_IMAGES = 5;

    /** No image stays where it was. */
    private static final int[] OTHER_ORDER = {3, 6, 1, 5, 0, 2, 4};

    /** Of float32 sums in another order. */
    private static final double LOSS_TOLERANCE = 1e-5;

    private static final double GRADIENT_TOLERANCE = 1e-4;

    private final StrategySubject subject;

    LossConstancyChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check(
                        "the order of the images changes neither loss nor gradient",
                        this::orderChangesNothing),
                new Check("the same batch gives the same bits again", this::sameBatchSameBits));
    }

    private void orderChangesNothing() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        BatchTargets targets = mixed();
        LossValue value = probe.measure(outputs, targets);
        LossValue moved = probe.measure(outputs.inOrder(OTHER_ORDER), targets.inOrder(OTHER_ORDER));
        // A loss near 0 is mostly a difference of numbers near 1, and rounded like those.
        double allowedOfLoss = LOSS_TOLERANCE * Math.max(1, Math.abs(value.loss()));
        if (!isClose(value.loss(), moved.loss(), allowedOfLoss)) {
            throw new ContractViolation(
                    "the loss is %s, but %s with the same images in another order, the same in every view and in the targets; row v * N + i of the outputs belongs to view v of image i"
                            .formatted(value.loss(), moved.loss()));
        }
        float[] expected = outputs.rowsInOrder(value.gradient(), OTHER_ORDER);
        for (int i = 0; i < expected.length; i++) {
            double allowed = GRADIENT_TOLERANCE * value.steepest();
            if (!isClose(expected[i], moved.gradient()[i], allowed)) {
                throw new ContractViolation(
                        "the gradient of an image's row depends on its place in the batch: %s in one order, %s in another; row v * N + i of the outputs belongs to view v of image i"
                                .formatted(expected[i], moved.gradient()[i]));
            }
        }
    }

    private void sameBatchSameBits() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        LossValue first = probe.measure(outputs, mixed());
        probe.measure(
                StrategySubject.outputs(objective, OTHER_IMAGES),
                BatchTargets.Kind.ALIKE.of(subject.corpus(), OTHER_IMAGES));
        first.requireSame(
                probe.measure(outputs, mixed()),
                "the same batch after another one",
                "an interrupted run would not go on as it was; keep nothing from one batch to the next, and draw random numbers from the context's seed by what they are for");
        first.requireSame(
                new LossProbe(subject.objective()).measure(outputs, mixed()),
                "the same batch under a new strategy of the same options and seed",
                "nobody could repeat the run; draw random numbers from the context's seed");
    }

    private Outputs outputs(Objective objective) {
        return StrategySubject.outputs(objective, IMAGES);
    }

    private BatchTargets mixed() {
        return kind(BatchTargets.Kind.MIXED);
    }

    private BatchTargets kind(BatchTargets.Kind kind) {
        return kind.of(subject.corpus(), IMAGES);
    }

    private static boolean isClose(double expected, double found, double allowed) {
        return Math.abs(expected - found) <= allowed + Float.MIN_NORMAL;
    }
}
