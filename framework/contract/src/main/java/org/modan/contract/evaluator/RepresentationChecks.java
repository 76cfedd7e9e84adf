/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NativeArrays;
import org.modan.contract.NotChecked;
import org.modan.contract.Problems;
import org.modan.contract.phantom.PhantomRepresentation;
import org.modan.spi.ModanException;
import org.modan.spi.Representation;
import org.modan.spi.Representation.Measure;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Seed;

/** What a map of a corpus and its measures must be. */
final class RepresentationChecks {

    private static final int IMAGES = 40;
    private static final int FEW = 3;
    private static final Seed SEED = new Seed(3);

    private final EvaluatorSubject subject;

    RepresentationChecks(EvaluatorSubject subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("its map has one point an image", this::mapHasOnePointAnImage),
                new Check("each measure is given once", this::measuresAreDistinct),
                new Check("the same features and seed give the same map", this::isRepeatable),
                new Check("it needs no metadata field to be chosen", this::needsNoField),
                new Check(
                        "three images are enough, or it says that they are not",
                        this::takesOrRefusesFewImages),
                new Check("it leaves no native array open", this::leavesNothingOpen));
    }

    private void mapHasOnePointAnImage() {
        requirePoints(describe(create(), IMAGES, PhantomRepresentation.FIELDS), IMAGES);
    }

    private void measuresAreDistinct() {
        Problems problems = new Problems("describe(...)");
        Set<List<Object>> seen = new HashSet<>();
        for (Measure measure :
                describe(create(), IMAGES, PhantomRepresentation.FIELDS).measures()) {
            problems.require(
                    seen.add(List.of(measure.name(), measure.field())),
                    "the measure %s is given twice; a table has one place for it",
                    measure.name() + measure.field().map(field -> " of " + field).orElse(""));
        }
        problems.throwIfAny();
    }

    private void isRepeatable() {
        RepresentationEvaluator evaluator = create();
        Representation first = describe(evaluator, IMAGES, PhantomRepresentation.FIELDS);
        evaluator.describe(
                PhantomRepresentation.features(IMAGES + 6), List.of("anatomy"), new Seed(4));
        requireSame(
                first,
                describe(evaluator, IMAGES, PhantomRepresentation.FIELDS),
                "the same evaluator after another corpus");
        requireSame(
                first,
                describe(create(), IMAGES, PhantomRepresentation.FIELDS),
                "a new evaluator of the same options");
    }

    private static void requireSame(Representation first, Representation second, String who) {
        for (int i = 0; i < IMAGES; i++) {
            if (first.x(i) != second.x(i) || first.y(i) != second.y(i)) {
                throw new ContractViolation(
                        "image %d lies at (%s, %s), but at (%s, %s) on the map of %s with the same seed; draw every random number from the seed, and keep nothing from map to map"
                                .formatted(
                                        i, first.x(i), first.y(i), second.x(i), second.y(i), who));
            }
        }
        if (!first.measures().equals(second.measures())) {
            throw new ContractViolation(
                    "the measures are %s, but %s from %s with the same seed"
                            .formatted(first.measures(), second.measures(), who));
        }
    }

    private void needsNoField() {
        describe(create(), IMAGES, PhantomRepresentation.FIELDS); // may refuse so few images
        Representation map;
        try {
            map = create().describe(PhantomRepresentation.features(IMAGES), List.of(), SEED);
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "describe(...) without a chosen field ends in %s; an experiment need not choose one, and there is a map without"
                            .formatted(e),
                    e);
        }
        requirePoints(given(map), IMAGES);
    }

    private void takesOrRefusesFewImages() {
        Representation few;
        try {
            few = describe(create(), FEW, PhantomRepresentation.FIELDS);
        } catch (NotChecked refusal) {
            return;
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "a corpus of %d images ends in %s; map it, or throw a ModanException that says what to do"
                            .formatted(FEW, e),
                    e);
        }
        requirePoints(few, FEW);
    }

    private void leavesNothingOpen() {
        RepresentationEvaluator evaluator = create();
        NativeArrays before = NativeArrays.open();
        describe(evaluator, IMAGES, PhantomRepresentation.FIELDS);
        before.requireNoneLeft(
                "describe(...)", "make arrays in a manager that is closed before it returns");
    }

    private static void requirePoints(Representation map, int images) {
        if (map.size() != images) {
            throw new ContractViolation(
                    "the map of %d images has %d points; give one an image, in their order"
                            .formatted(images, map.size()));
        }
    }

    private RepresentationEvaluator create() {
        return subject.create(RepresentationEvaluator.class);
    }

    private static Representation describe(
            RepresentationEvaluator evaluator, int images, List<String> fields) {
        try {
            return given(evaluator.describe(PhantomRepresentation.features(images), fields, SEED));
        } catch (ModanException e) {
            throw new NotChecked(
                    "describe(...) refused a corpus of %d images: %s"
                            .formatted(images, e.getMessage()),
                    e);
        }
    }

    private static Representation given(Representation map) {
        if (map == null) {
            throw new ContractViolation(
                    "describe(...) gave null; it must give a map of the corpus");
        }
        return map;
    }
}
