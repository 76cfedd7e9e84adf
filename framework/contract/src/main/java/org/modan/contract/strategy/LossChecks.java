/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.Objective;

/** That a loss is a number with a gradient, for every batch that turns up in training. */
final class LossChecks {

    /** The least a training draws, an odd number, and one above every number of values. */
    private static final int[] BATCHES = {2, 5, 8};

    private static final float LARGE = 1000;

    private final StrategySubject subject;

    LossChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check(
                        "its loss and gradient are finite for every kind of batch",
                        this::isFiniteForEveryBatch),
                new Check(
                        "its loss and gradient are finite for large features and for features all alike",
                        this::isFiniteForEveryOutput),
                new Check("its loss has a gradient that is not zero", this::hasGradient),
                new Check(
                        "its loss takes as many views of an image as it asks for",
                        this::takesItsViews));
    }

    private void isFiniteForEveryBatch() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        List<NotChecked> refusals = new ArrayList<>();
        for (int images : BATCHES) {
            try {
                isFiniteForEveryBatchOf(images, objective, probe);
            } catch (NotChecked refusal) {
                refusals.add(refusal);
            }
        }
        if (refusals.size() == BATCHES.length) {
            throw refusals.get(refusals.size() - 1);
        }
    }

    private void isFiniteForEveryBatchOf(int images, Objective objective, LossProbe probe) {
        Outputs outputs = StrategySubject.outputs(objective, images);
        for (BatchTargets.Kind kind : BatchTargets.Kind.values()) {
            requireFinite(
                    takenOrTooSmall(outputs, kind, probe),
                    batch(images, kind),
                    "whatever is known of the images");
        }
    }

    /**
     * Whether a batch is too small shows at the first kind of it; at another, it is something else.
     */
    private LossValue takenOrTooSmall(Outputs outputs, BatchTargets.Kind kind, LossProbe probe) {
        try {
            return probe.measure(outputs, kind.of(subject.corpus(), outputs.images()));
        } catch (NotChecked refusal) {
            if (kind == BatchTargets.Kind.MIXED) {
                throw refusal;
            }
            throw new ContractViolation(
                    "%s; that is one where %s, and it takes others of that size: a run would end at the first such batch"
                            .formatted(refusal.getMessage(), kind.text()),
                    refusal);
        }
    }

    private void isFiniteForEveryOutput() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        int images = 5;
        BatchTargets targets = BatchTargets.Kind.MIXED.of(subject.corpus(), images);
        requireFinite(
                probe.measure(
                        StrategySubject.outputs(objective, images, features -> features.mul(LARGE)),
                        targets),
                "what its head gives for features in the hundreds",
                "there: training may reach them; take logarithms of sums of exponentials as logSoftmax does, which subtracts the largest first");
        requireFinite(
                probe.measure(
                        StrategySubject.outputs(
                                objective,
                                images,
                                features -> features.get("0:1").repeat(0, features.size(0))),
                        targets),
                "features that are the same for all images",
                "there: an encoder may give them that has collapsed; guard roots and quotients against 0");
    }

    private static void requireFinite(LossValue value, String what, String why) {
        if (!Double.isFinite(value.loss())) {
            throw new ContractViolation(
                    "the loss is %s for %s; a run ends at the first such step, so it must be finite %s"
                            .formatted(value.loss(), what, why));
        }
        if (!value.isFinite()) {
            throw new ContractViolation(
                    "the loss is %s, but its gradient is not finite, for %s; a 0/0, a root or logarithm of 0 on the way gives that even where the loss itself is finite"
                            .formatted(value.loss(), what));
        }
    }

    private static String batch(int images, BatchTargets.Kind kind) {
        return "a batch of %d images where %s".formatted(images, kind.text());
    }

    private void hasGradient() {
        Objective objective = subject.objective();
        int images = 8;
        Outputs outputs = StrategySubject.outputs(objective, images);
        LossValue value =
                new LossProbe(objective)
                        .measure(outputs, BatchTargets.Kind.MIXED.of(subject.corpus(), images));
        if (value.steepest() == 0) {
            throw new ContractViolation(
                    "the gradient of the loss is zero in every output for %s: nothing would be learnt; is the loss computed from the outputs?"
                            .formatted(batch(images, BatchTargets.Kind.MIXED)));
        }
    }

    private void takesItsViews() {
        Objective objective = subject.objective();
        int images = 5;
        try {
            new LossProbe(objective)
                    .measure(
                            StrategySubject.outputs(objective, images),
                            BatchTargets.Kind.MIXED.of(subject.corpus(), images));
        } catch (NotChecked e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "viewsPerImage() is %d, but the loss refuses that many views of an image: %s"
                            .formatted(objective.viewsPerImage(), e.getMessage()),
                    e);
        }
    }
}
