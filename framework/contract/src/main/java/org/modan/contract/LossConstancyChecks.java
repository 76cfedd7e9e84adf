/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.modan.spi.Objective;

/** That a loss depends on what it is given, and on nothing else. */
final class LossConstancyChecks {

    private static final int IMAGES = 7;

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
                new Check("the same batch gives the same bits again", this::sameBatchSameBits),
                new Check(
                        "its loss looks at metadata only if it says so",
                        this::looksAtMetadataOnlyIfItSaysSo),
                new Check(
                        "its loss looks at classes only if it says so",
                        this::looksAtClassesOnlyIfItSaysSo));
    }

    private void orderChangesNothing() {
        Objective objective = subject.objective();
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        BatchTargets targets = mixed();
        LossValue value = probe.measure(outputs, targets);
        LossValue moved = probe.measure(outputs.inOrder(OTHER_ORDER), targets.inOrder(OTHER_ORDER));
        if (!isClose(value.loss(), moved.loss(), LOSS_TOLERANCE * Math.abs(value.loss()))) {
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
                StrategySubject.outputs(objective, objective.viewsPerImage(), 2),
                BatchTargets.Kind.ALIKE.of(subject.corpus(), 2));
        requireSame(
                first,
                probe.measure(outputs, mixed()),
                "the same batch after another one",
                "an interrupted run would not go on as it was; keep nothing from one batch to the next, and draw random numbers from the context's seed by what they are for");
        requireSame(
                first,
                new LossProbe(subject.objective()).measure(outputs, mixed()),
                "the same batch under a new strategy of the same options and seed",
                "nobody could repeat the run; draw random numbers from the context's seed");
    }

    private void looksAtMetadataOnlyIfItSaysSo() {
        Objective objective = subject.objective();
        if (objective.usesMetadata()) {
            return;
        }
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        LossValue value = probe.measure(outputs, mixed());
        for (BatchTargets other :
                List.of(
                        mixed().withMetadataOf(kind(BatchTargets.Kind.ALIKE)),
                        mixed().withMetadataOf(kind(BatchTargets.Kind.DIFFERENT)),
                        mixed().withMetadataOf(kind(BatchTargets.Kind.NOTHING_KNOWN)))) {
            requireSame(
                    value,
                    probe.measure(outputs, other),
                    "the same batch with other metadata",
                    "usesMetadata() is false, so the host would reuse an encoder trained with other fields; let it be true");
        }
        requireSame(
                value,
                withoutFields(probe, outputs),
                "the same batch without metadata",
                "usesMetadata() is false, so an experiment need not name a field; let it be true");
    }

    private LossValue withoutFields(LossProbe probe, Outputs outputs) {
        try {
            return probe.measure(outputs, mixed().withoutFields());
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "the loss fails for a batch of images without a metadata field (%s); usesMetadata() is false, so an experiment need not name one"
                            .formatted(e),
                    e);
        }
    }

    private void looksAtClassesOnlyIfItSaysSo() {
        Objective objective = subject.objective();
        if (objective.usesClasses()) {
            return;
        }
        LossProbe probe = new LossProbe(objective);
        Outputs outputs = outputs(objective);
        LossValue value = probe.measure(outputs, mixed());
        long[] none = new long[IMAGES];
        Arrays.fill(none, -1);
        for (long[] classes : List.of(kind(BatchTargets.Kind.ALIKE).classes(), none)) {
            requireSame(
                    value,
                    probe.measure(outputs, mixed().withClasses(classes)),
                    "the same batch with other classes",
                    "usesClasses() is false, so the host would reuse an encoder trained with other labels; let it be true");
        }
    }

    private static void requireSame(
            LossValue expected, LossValue found, String when, String consequence) {
        if (!expected.hasSameBitsAs(found)) {
            throw new ContractViolation(
                    "the loss is %s, but %s for %s%s: %s"
                            .formatted(
                                    expected.loss(),
                                    found.loss(),
                                    when,
                                    expected.loss() == found.loss()
                                            ? ", with another gradient"
                                            : "",
                                    consequence));
        }
    }

    private Outputs outputs(Objective objective) {
        return StrategySubject.outputs(objective, objective.viewsPerImage(), IMAGES);
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
