/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.Problems;
import org.modan.spi.Affinity;
import org.modan.spi.Objective;

/** What an objective says of itself. */
final class ObjectiveChecks {

    private static final int IMAGES = 8;

    /** By which a cosine of equal rows may exceed 1. */
    private static final float ROUNDING = 1e-6f;

    private final StrategySubject subject;

    ObjectiveChecks(StrategySubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("it asks for at least one view an image", this::asksForViews),
                new Check("its default settings are within range", this::defaultsAreWithinRange),
                new Check(
                        "its similarity of images, if it has one, is symmetric and from 0 to 1",
                        this::affinityIsSimilarity));
    }

    private void asksForViews() {
        int views = subject.objective().viewsPerImage();
        if (views < 1) {
            throw new ContractViolation(
                    "viewsPerImage() is %d; a batch has at least one view of each image"
                            .formatted(views));
        }
    }

    private void defaultsAreWithinRange() {
        new RecipeRanges(subject.objective().defaults()).require();
    }

    private void affinityIsSimilarity() {
        Objective objective = subject.objective();
        if (objective.affinity().isEmpty()) {
            return;
        }
        Affinity affinity = objective.affinity().get();
        Problems problems = new Problems("affinity()");
        problems.require(
                affinity.description() != null
                        && !affinity.description().isBlank()
                        && affinity.description().lines().count() == 1,
                "description() is \"%s\"; it is printed in one line",
                affinity.description());
        float[][] rows = BatchTargets.Kind.MIXED.of(subject.corpus(), IMAGES).metadata();
        for (int i = 0; i < IMAGES; i++) {
            for (int j = 0; j < i; j++) {
                float similarity = affinity.similarity(rows[i], rows[j]);
                float swapped = affinity.similarity(rows[j], rows[i]);
                problems.require(
                        similarity >= 0 && similarity <= 1 + ROUNDING,
                        "the similarity of images %d and %d is %s; it must be from 0 to 1",
                        i,
                        j,
                        similarity);
                problems.require(
                        similarity == swapped,
                        "the similarity of images %d and %d is %s, that of %d and %d is %s",
                        i,
                        j,
                        similarity,
                        j,
                        i,
                        swapped);
            }
        }
        problems.throwIfAny();
    }
}
