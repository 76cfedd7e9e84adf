/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.Objective;

/** That a loss is a number with a gradient, for every batch that turns up in training. */
final class LossChecks {

    /** The least a training draws, an odd number, and one above every number of values. */
    private static final int[] BATCHES = {2, 5, 8};

    private static final int MOST_VIEWS = 4;
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
                        "its loss and gradient are finite for large outputs and for outputs all alike",
                        this::isFiniteForEveryOutput),
                new Check("its loss has a gradient that is not zero", this::hasGradient),
                new Check(
                        "its loss takes other numbers of views or refuses them",
                        this::takesOrRefusesOtherViews));
    }

    private void isFiniteForEveryBatch() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        for (int images : BATCHES) {
            Outputs outputs = StrategySubject.outputs(objective, objective.viewsPerImage(), images);
            for (BatchTargets.Kind kind : BatchTargets.Kind.values()) {
                requireFinite(
                        probe.measure(outputs, kind.of(subject.corpus(), images)),
                        batch(images, kind),
                        "whatever is known of the images");
            }
        }
    }

    private void isFiniteForEveryOutput() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        int images = 5;
        Outputs outputs = StrategySubject.outputs(objective, objective.viewsPerImage(), images);
        BatchTargets targets = BatchTargets.Kind.MIXED.of(subject.corpus(), images);
        requireFinite(
                probe.measure(outputs.times(LARGE), targets),
                "outputs in the hundreds and thousands",
                "there: training may reach them; take logarithms of sums of exponentials as logSoftmax does, which subtracts the largest first");
        requireFinite(
                probe.measure(outputs.collapsed(), targets),
                "outputs that are the same for all images",
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
        Outputs outputs = StrategySubject.outputs(objective, objective.viewsPerImage(), images);
        LossValue value =
                new LossProbe(objective)
                        .measure(outputs, BatchTargets.Kind.MIXED.of(subject.corpus(), images));
        if (value.steepest() == 0) {
            throw new ContractViolation(
                    "the gradient of the loss is zero in every output for %s: nothing would be learnt; is the loss computed from the outputs?"
                            .formatted(batch(images, BatchTargets.Kind.MIXED)));
        }
    }

    private void takesOrRefusesOtherViews() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        int images = 5;
        BatchTargets targets = BatchTargets.Kind.MIXED.of(subject.corpus(), images);
        for (int views = 1; views <= MOST_VIEWS; views++) {
            Outputs outputs = StrategySubject.outputs(objective, views, images);
            LossValue value;
            try {
                value = probe.measure(outputs, targets);
            } catch (RuntimeException e) {
                if (views == objective.viewsPerImage()) {
                    throw new ContractViolation(
                            "viewsPerImage() is %d, but the loss refuses that many views of an image: %s"
                                    .formatted(views, e.getMessage()),
                            e);
                }
                continue;
            }
            if (!value.isFinite()) {
                throw new ContractViolation(
                        "the loss of %d views an image is %s, or its gradient is not finite; refuse a number of views that makes no sense with an IllegalArgumentException"
                                .formatted(views, value.loss()));
            }
        }
    }
}
