/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The folds that both an arm and its reference have a value of one metric for.
 *
 * @param folds by repeat and fold
 */
record PairedFolds(List<Fold> folds) {

    /** Which fold of which repeat, in that order. */
    record Key(int repeat, int fold) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byRepeat = Integer.compare(repeat, other.repeat);
            return byRepeat != 0 ? byRepeat : Integer.compare(fold, other.fold);
        }
    }

    /** One fold's values. */
    record Fold(Key key, double arm, double reference, int trainSize, int testSize) {

        double difference() {
            return arm - reference;
        }

        boolean isCopyOf(Fold other) {
            return arm == other.arm
                    && reference == other.reference
                    && trainSize == other.trainSize
                    && testSize == other.testSize;
        }
    }

    PairedFolds {
        folds = List.copyOf(folds);
    }

    static PairedFolds of(SortedMap<Key, ResultRow> arm, SortedMap<Key, ResultRow> reference) {
        List<Fold> folds = new ArrayList<>();
        arm.forEach(
                (key, row) -> {
                    ResultRow partner = reference.get(key);
                    if (partner != null) {
                        folds.add(
                                new Fold(
                                        key,
                                        row.value().orElseThrow(),
                                        partner.value().orElseThrow(),
                                        row.trainSize().orElseThrow(),
                                        row.testSize().orElseThrow()));
                    }
                });
        return new PairedFolds(folds);
    }

    /**
     * One repeat, where all repeats have the same values. What draws nothing, such as nearest
     * neighbours, comes to the same on one partition however often it is repeated: copies of a
     * measurement are no further evidence. Arms that are equal in every fold are left as they are.
     */
    PairedFolds withoutCopies() {
        Map<Integer, Fold> one = new TreeMap<>();
        for (Fold fold : folds) {
            Fold first = one.putIfAbsent(fold.key().fold(), fold);
            if (first != null && !first.isCopyOf(fold)) {
                return this;
            }
        }
        return folds.stream().allMatch(fold -> fold.difference() == 0)
                ? this
                : new PairedFolds(one.values().stream().map(PairedFolds::inFirstRepeat).toList());
    }

    private static Fold inFirstRepeat(Fold fold) {
        return new Fold(
                new Key(0, fold.key().fold()),
                fold.arm(),
                fold.reference(),
                fold.trainSize(),
                fold.testSize());
    }

    /**
     * One difference a fold, each the mean over its repeats: on one partition, repeats of a fold
     * tell of the training's chance, not of other patients.
     */
    PairedFolds meansOverRepeats() {
        Map<Integer, List<Fold>> byFold = new TreeMap<>();
        folds.forEach(
                fold ->
                        byFold.computeIfAbsent(fold.key().fold(), number -> new ArrayList<>())
                                .add(fold));
        return new PairedFolds(
                byFold.values().stream()
                        .map(
                                of ->
                                        new Fold(
                                                new Key(0, of.get(0).key().fold()),
                                                mean(of, Fold::arm),
                                                mean(of, Fold::reference),
                                                of.get(0).trainSize(),
                                                of.get(0).testSize()))
                        .toList());
    }

    private static double mean(List<Fold> folds, ToDoubleFunction<Fold> value) {
        return folds.stream().mapToDouble(value).average().orElseThrow();
    }

    int repeats() {
        return (int) folds.stream().map(fold -> fold.key().repeat()).distinct().count();
    }

    double[] ofArm() {
        return folds.stream().mapToDouble(Fold::arm).toArray();
    }

    double[] ofReference() {
        return folds.stream().mapToDouble(Fold::reference).toArray();
    }

    /** The mean over the folds of each repeat. */
    double[] repeatsOfArm() {
        return repeats(Fold::arm);
    }

    /** The mean over the folds of each repeat. */
    double[] repeatsOfReference() {
        return repeats(Fold::reference);
    }

    private double[] repeats(ToDoubleFunction<Fold> value) {
        Map<Integer, List<Fold>> byRepeat = new TreeMap<>();
        folds.forEach(
                fold ->
                        byRepeat.computeIfAbsent(fold.key().repeat(), repeat -> new ArrayList<>())
                                .add(fold));
        return byRepeat.values().stream().mapToDouble(of -> mean(of, value)).toArray();
    }

    /** The mean of n_test/n_train; there must be folds. */
    double testToTrain() {
        return folds.stream()
                .mapToDouble(fold -> (double) fold.testSize() / fold.trainSize())
                .average()
                .orElseThrow();
    }
}
