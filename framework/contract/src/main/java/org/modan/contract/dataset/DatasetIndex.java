/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/**
 * What a dataset says of itself and of its images at one moment.
 *
 * @param info what it says of itself
 * @param samples its images, in order
 */
record DatasetIndex(DatasetInfo info, List<Sample> samples) {

    DatasetIndex {
        samples = List.copyOf(samples);
    }

    /**
     * @throws ContractViolation if there is null in it, or the adapter fails
     */
    static DatasetIndex of(DatasetAdapter adapter) {
        DatasetInfo info = AdapterCall.of("info()", adapter::info);
        List<Sample> samples = AdapterCall.of("samples()", adapter::samples);
        if (samples.stream().anyMatch(Objects::isNull)) {
            throw new ContractViolation("samples() has null in it");
        }
        return new DatasetIndex(info, samples);
    }

    /**
     * @param problemOf what is wrong with an image, if anything is
     * @throws ContractViolation that tells the first problem, and of how many
     */
    void requireOfEach(Function<Sample, Optional<String>> problemOf) {
        List<String> problems = samples.stream().map(problemOf).flatMap(Optional::stream).toList();
        if (problems.size() == 1) {
            throw new ContractViolation(problems.get(0));
        }
        if (!problems.isEmpty()) {
            throw new ContractViolation(
                    "%s (the first of %d such images)".formatted(problems.get(0), problems.size()));
        }
    }

    /**
     * Where it and another first differ in which images there are.
     *
     * @return completes a sentence such as {@code the second time}
     */
    Optional<String> otherImagesIn(DatasetIndex other) {
        if (samples.size() != other.samples.size()) {
            return Optional.of("%d images, not %d".formatted(other.samples.size(), samples.size()));
        }
        return firstDifference(other, "", Sample::id);
    }

    /** Where it and another first differ, be it in the images or in what is known of them. */
    Optional<String> differenceIn(DatasetIndex other) {
        return otherImagesIn(other)
                .or(() -> difference("classes", info.classes(), other.info.classes()))
                .or(() -> difference("fields", info.fields(), other.info.fields()))
                .or(() -> firstDifference(other, "of label ", this::className))
                .or(() -> firstDifference(other, "of group ", DatasetIndex::groupOf))
                .or(() -> firstDifference(other, "with metadata ", Sample::metadata));
    }

    /** What a label is called, or what it says where it is none of the classes. */
    private String className(Sample sample) {
        if (sample.label().isEmpty()) {
            return "none";
        }
        int label = sample.label().getAsInt();
        boolean known = label >= 0 && label < info.classes().size();
        return known ? info.classes().get(label) : String.valueOf(label);
    }

    private static String groupOf(Sample sample) {
        return sample.group().orElse("none");
    }

    private Optional<String> firstDifference(
            DatasetIndex other, String what, Function<Sample, ?> part) {
        for (int i = 0; i < samples.size(); i++) {
            Object here = part.apply(samples.get(i));
            Object there = part.apply(other.samples.get(i));
            if (!here.equals(there)) {
                return Optional.of(
                        "image %d is %s%s, not %s"
                                .formatted(i + 1, nameFor(what, i), what + there, here));
            }
        }
        return Optional.empty();
    }

    private String nameFor(String what, int position) {
        return what.isEmpty() ? "" : samples.get(position).id() + " ";
    }

    private static Optional<String> difference(String what, List<String> here, List<String> there) {
        return here.equals(there)
                ? Optional.empty()
                : Optional.of("the %s are %s, not %s".formatted(what, there, here));
    }
}
