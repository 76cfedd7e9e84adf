/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.Sample;

/** That what a dataset lists makes sense; looks at all images, and at no pixel. */
final class IndexChecks {

    private final DatasetOpening opening;

    IndexChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("it opens where its options say", () -> opening.open().close()),
                new Check("it describes itself in one line", this::describesItself),
                new Check("its classes and fields have names of their own", this::namesAreDistinct),
                new Check("it has an image", this::hasAnImage),
                new Check("every image has an id of its own", this::idsAreDistinct),
                new Check("every label is one of the classes", this::labelsAreClasses),
                new Check("metadata is of the fields it names", this::fieldsAreNamed),
                new Check("a group that is not known is left out", this::groupsAreKnown));
    }

    private void describesItself() {
        String description = opening.index().info().description();
        if (description == null || description.isBlank() || description.lines().count() != 1) {
            throw new ContractViolation(
                    "info() has the description \"%s\"; reports show it as one line"
                            .formatted(description));
        }
    }

    private void namesAreDistinct() {
        DatasetIndex index = opening.index();
        requireDistinct("classes", index.info().classes());
        requireDistinct("fields", index.info().fields());
    }

    private static void requireDistinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new ContractViolation(
                        "info() has %s %s, of which one is blank".formatted(what, names));
            }
            if (!seen.add(name)) {
                throw new ContractViolation(
                        "info() has %s twice among its %s: %s".formatted(name, what, names));
            }
        }
    }

    private void hasAnImage() {
        if (opening.index().samples().isEmpty()) {
            throw new ContractViolation(
                    "samples() is empty; where there is nothing to use, open(options, context) must throw a ModanException that says what was expected");
        }
    }

    private void idsAreDistinct() {
        Set<String> seen = new HashSet<>();
        opening.index().requireOfEach(sample -> repeatedId(sample, seen));
    }

    private static Optional<String> repeatedId(Sample sample, Set<String> seen) {
        if (sample.id().isBlank()) {
            return Optional.of("an image has no id but \"%s\"".formatted(sample.id()));
        }
        return seen.add(sample.id())
                ? Optional.empty()
                : Optional.of("two images have the id " + sample.id());
    }

    private void labelsAreClasses() {
        List<String> classes = opening.index().info().classes();
        opening.index().requireOfEach(sample -> foreignLabel(sample, classes));
    }

    private static Optional<String> foreignLabel(Sample sample, List<String> classes) {
        int label = sample.label().orElse(0);
        return sample.label().isEmpty() || (label >= 0 && label < classes.size())
                ? Optional.empty()
                : Optional.of(
                        "%s has label %d, but info() has %d classes: %s"
                                .formatted(sample.id(), label, classes.size(), classes));
    }

    private void fieldsAreNamed() {
        List<String> fields = opening.index().info().fields();
        opening.index().requireOfEach(sample -> foreignFields(sample, fields));
    }

    private static Optional<String> foreignFields(Sample sample, List<String> fields) {
        Set<String> foreign = new TreeSet<>(sample.metadata().keySet());
        fields.forEach(foreign::remove);
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s has a value of %s, but info() names only the fields %s"
                                .formatted(sample.id(), String.join(", ", foreign), fields));
    }

    private void groupsAreKnown() {
        opening.index().requireOfEach(IndexChecks::unknownGroup);
    }

    private static Optional<String> unknownGroup(Sample sample) {
        return sample.group()
                .filter(group -> !Sample.isKnown(group))
                .map(
                        group ->
                                "%s is of the group \"%s\", and all such images would pass for one patient; give no group where none is known"
                                        .formatted(sample.id(), group));
    }
}
