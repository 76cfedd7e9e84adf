/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * Folds within a training part, to choose a setting on: patients stay together, and each goes,
 * largest first, to the fold that has the smallest share of its classes. A sample without a group
 * is one of its own.
 */
public final class InnerFolds {

    private static final int CLASSES = 2;

    private final int[] foldOf;
    private final int folds;

    private InnerFolds(int[] foldOf, int folds) {
        this.foldOf = foldOf;
        this.folds = folds;
    }

    /**
     * @param samples labelled 0 or 1
     * @param most folds, fewer where a class has fewer groups
     * @throws ModanException if a class is of one group alone, so that none is left to fit on
     */
    public static InnerFolds of(List<Sample> samples, int most, Seed seed) {
        List<List<Integer>> groups = groups(samples);
        int folds = most;
        for (int label = 0; label < CLASSES; label++) {
            int wanted = label;
            long holding =
                    groups.stream().filter(group -> counts(group, samples)[wanted] > 0).count();
            folds = (int) Math.min(folds, holding);
        }
        int[] foldOf = folds < 2 ? new int[0] : deal(groups, samples, folds, seed.random());
        InnerFolds inner = new InnerFolds(foldOf, folds);
        if (folds < 2 || inner.hasOneSidedTraining(samples)) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "too few patients of a class are in the training part to choose a penalty on folds of it; give one value as penalties, or set protocol.folds higher");
        }
        return inner;
    }

    public int folds() {
        return folds;
    }

    /** Indices of the samples a fold is scored on, ascending. */
    public int[] test(int fold) {
        return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold).toArray();
    }

    /** Indices of the samples a fold is fitted on, ascending. */
    public int[] train(int fold) {
        return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
    }

    private boolean hasOneSidedTraining(List<Sample> samples) {
        return IntStream.range(0, folds)
                .anyMatch(
                        fold ->
                                Arrays.stream(train(fold))
                                                .map(i -> label(samples.get(i)))
                                                .distinct()
                                                .count()
                                        < CLASSES);
    }

    private static List<List<Integer>> groups(List<Sample> samples) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            String key =
                    sample.group().map(group -> "group " + group).orElse("sample " + sample.id());
            groups.computeIfAbsent(key, unknown -> new ArrayList<>()).add(i);
        }
        return new ArrayList<>(groups.values());
    }

    private static int[] deal(
            List<List<Integer>> groups, List<Sample> samples, int folds, RandomGenerator random) {
        for (int last = groups.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            groups.set(last, groups.set(other, groups.get(last)));
        }
        groups.sort(Comparator.comparingInt((List<Integer> group) -> group.size()).reversed());
        int[] totals = counts(IntStream.range(0, samples.size()).boxed().toList(), samples);
        int[][] held = new int[folds][CLASSES];
        int[] foldOf = new int[samples.size()];
        for (List<Integer> group : groups) {
            int[] counts = counts(group, samples);
            int best =
                    IntStream.range(0, folds)
                            .boxed()
                            .min(
                                    Comparator.comparingDouble(
                                                    (Integer fold) ->
                                                            crowding(held[fold], counts, totals))
                                            .thenComparingInt(
                                                    fold -> Arrays.stream(held[fold]).sum()))
                            .orElseThrow();
            for (int label = 0; label < CLASSES; label++) {
                held[best][label] += counts[label];
            }
            group.forEach(member -> foldOf[member] = best);
        }
        return foldOf;
    }

    /** How much a group adds to the classes that a fold has much of already. */
    private static double crowding(int[] held, int[] counts, int[] totals) {
        double crowding = 0;
        for (int label = 0; label < CLASSES; label++) {
            crowding += (double) held[label] * counts[label] / totals[label] / totals[label];
        }
        return crowding;
    }

    private static int[] counts(List<Integer> group, List<Sample> samples) {
        int[] counts = new int[CLASSES];
        group.forEach(member -> counts[label(samples.get(member))]++);
        return counts;
    }

    private static int label(Sample sample) {
        return sample.label().orElseThrow();
    }
}
