/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.modan.spi.Sample;

/**
 * Looks through folds, drawn or published, for what would let an encoder be tested on what it was
 * fitted on: patients whose images stand on both sides of a split, and copies of one image that do.
 */
public final class FoldLint {

    private final FoldPlan plan;
    private final List<Sample> samples;

    /**
     * @param plan of these samples
     */
    public FoldLint(FoldPlan plan, List<Sample> samples) {
        this.plan = requireNonNull(plan, "plan is null");
        this.samples = List.copyOf(samples);
    }

    /** Patients whose images are tested in different folds of a repeat, in words. */
    public Optional<String> partedPatients() {
        List<String> parted =
                partedSets(i -> samples.get(i).group()).stream()
                        .map(set -> samples.get(set.get(0)).group().orElseThrow())
                        .toList();
        return parted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the folds have patients on both sides of a split: %s"
                                .formatted(Counted.text(parted)));
    }

    /** Images of nobody knows whom, in a dataset that knows patients, in words. */
    public Optional<String> imagesOfUnknownPatients() {
        List<String> unknown =
                samples.stream()
                        .filter(sample -> sample.group().isEmpty())
                        .map(Sample::id)
                        .toList();
        return unknown.isEmpty() || unknown.size() == samples.size()
                ? Optional.empty()
                : Optional.of(
                        "%d of %d images have no group, such as %s, and each is taken for a patient of its own: others of that patient may be on the other side of a split"
                                .formatted(unknown.size(), samples.size(), unknown.get(0)));
    }

    /**
     * Byte-identical images that are tested in different folds of a repeat, in words.
     *
     * @param contents a digest of each sample's image, in the samples' order
     */
    public Optional<String> partedCopies(List<String> contents) {
        List<List<Integer>> sets = partedSets(i -> Optional.of(contents.get(i)));
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> first = sets.get(0);
        return Optional.of(
                "%d of %d images have a byte-identical copy on the other side of a split, such as %s = %s"
                        .formatted(
                                sets.stream().mapToInt(List::size).sum(),
                                samples.size(),
                                samples.get(first.get(0)).id(),
                                samples.get(partedFromFirst(first).orElseThrow()).id()));
    }

    /** The sets of samples with a common key that some repeat parts, in the order of the first. */
    private List<List<Integer>> partedSets(IntFunction<Optional<String>> key) {
        Map<String, List<Integer>> sets = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            int sample = i;
            if (isUsed(sample)) {
                key.apply(sample)
                        .ifPresent(
                                name ->
                                        sets.computeIfAbsent(name, k -> new ArrayList<>())
                                                .add(sample));
            }
        }
        return sets.values().stream().filter(set -> partedFromFirst(set).isPresent()).toList();
    }

    private boolean isUsed(int sample) {
        return plan.foldOf(0, sample) >= 0;
    }

    /** The first of a set that some repeat does not test in one fold with its first member. */
    private Optional<Integer> partedFromFirst(List<Integer> set) {
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            int fold = plan.foldOf(repeat, set.get(0));
            for (int sample : set) {
                if (plan.foldOf(repeat, sample) != fold) {
                    return Optional.of(sample);
                }
            }
        }
        return Optional.empty();
    }
}
