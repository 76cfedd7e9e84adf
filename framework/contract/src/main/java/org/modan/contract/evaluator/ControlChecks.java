/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.phantom.PhantomMetadata;
import org.modan.contract.phantom.PhantomTask;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

/** That a control copes with the metadata that turn up. */
final class ControlChecks {

    private static final Seed SEED = new Seed(3);

    private final EvaluatorSubject subject;

    ControlChecks(EvaluatorSubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check(
                        "metadata it has never seen, or none, does not stop it",
                        this::takesStrangeMetadata),
                new Check(
                        "it says so if it needs metadata that the images lack",
                        this::takesOrRefusesNoMetadata));
    }

    private void takesStrangeMetadata() {
        scoring().scoreOrSkip(PhantomTask.standard(), SEED); // it may lack what the control needs
        requireFinite(
                PhantomMetadata.NEVER_SEEN,
                "an image of the test part has a value that none of the training part has, or no metadata at all");
    }

    private void takesOrRefusesNoMetadata() {
        try {
            requireFinite(PhantomMetadata.NONE, "no image has metadata");
        } catch (ModanException e) {
            // It needs them, and says so.
        }
    }

    private void requireFinite(PhantomMetadata metadata, String where) {
        PhantomTask task = PhantomTask.standard().with(metadata);
        FoldScores scores;
        try {
            scores = scoring().score(task, SEED);
        } catch (ModanException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ContractViolation("scoring ends in %s where %s".formatted(e, where), e);
        }
        if (scores.test().length != task.testSamples().size()
                || !Arrays.stream(scores.test()).allMatch(Double::isFinite)) {
            throw new ContractViolation(
                    "the scores are %s where %s; give every image a finite one"
                            .formatted(Arrays.toString(scores.test()), where));
        }
    }

    private FoldScoring scoring() {
        return FoldScoring.by(subject.create(ControlEvaluator.class));
    }
}
