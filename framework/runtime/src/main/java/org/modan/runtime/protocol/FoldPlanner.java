/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * Draws stratified folds that never part a group (a patient, an exam).
 *
 * <p>Groups are taken in a seeded random order, large ones first, and each goes to the fold where
 * it leaves the classes most evenly spread: the fold {@code f} with the least
 *
 * <pre>sum over classes c of ((n_fc + g_c)^2 - n_fc^2) / N_c^2</pre>
 *
 * where {@code n_fc} counts samples of class {@code c} already in the fold, {@code g_c} those of
 * the group and {@code N_c} all; ties go to the smaller fold. A sample without a group is a group
 * of its own, and without groups the counts of any class differ by at most one between folds. The
 * outcome is a pure function of ids, groups, labels, seed and folds: the order of the samples is
 * not used.
 */
final class FoldPlanner {

    /** Samples that must stay together, counted by class. */
    private record Group(String name, List<Integer> members, int[] classCounts) {
        int size() {
            return members.size();
        }
    }

    /**
     * @param task what messages call it
     * @param samples all labelled, with labels {@code 0..classes.size()-1}
     * @param classes names of the classes
     * @param redraw whether every repeat has a partition of its own; otherwise all share one
     * @throws ModanException if a class is absent or has fewer groups than there are folds
     */
    public FoldPlan plan(
            String task,
            List<Sample> samples,
            List<String> classes,
            int folds,
            int repeats,
            boolean redraw,
            Seed seed) {
        List<Group> groups = groups(samples, classes.size());
        refuseTooFew(task, groups, classes, folds);
        int[][] foldOf = new int[repeats][];
        for (int repeat = 0; repeat < repeats; repeat++) {
            foldOf[repeat] =
                    repeat > 0 && !redraw
                            ? foldOf[0]
                            : partition(
                                    groups,
                                    samples.size(),
                                    classes.size(),
                                    folds,
                                    seed.derive("folds", repeat).random());
        }
        FoldPlan plan = new FoldPlan(samples.stream().map(Sample::id).toList(), folds, foldOf);
        refuseOneSided(task, plan, samples, classes);
        return plan;
    }

    private static List<Group> groups(List<Sample> samples, int classes) {
        Map<String, Group> byName = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            // The prefixes keep a patient called like an image apart from that image.
            String name =
                    sample.group().map(group -> "group " + group).orElse("sample " + sample.id());
            Group group =
                    byName.computeIfAbsent(
                            name, key -> new Group(key, new ArrayList<>(), new int[classes]));
            group.members().add(i);
            group.classCounts()[sample.label().orElseThrow()]++;
        }
        return List.copyOf(byName.values());
    }

    private static void refuseTooFew(
            String task, List<Group> groups, List<String> classes, int folds) {
        Map<String, Long> groupsOfClass = new LinkedHashMap<>();
        for (int c = 0; c < classes.size(); c++) {
            int index = c;
            groupsOfClass.put(
                    classes.get(c),
                    groups.stream().filter(group -> group.classCounts()[index] > 0).count());
        }
        for (Map.Entry<String, Long> entry : groupsOfClass.entrySet()) {
            if (entry.getValue() == 0) {
                throw new ModanException(
                        ErrorCode.DATASET,
                        "%s: no image of class %s; a task needs both of %s"
                                .formatted(task, entry.getKey(), String.join(" and ", classes)));
            }
        }
        for (Map.Entry<String, Long> entry : groupsOfClass.entrySet()) {
            if (entry.getValue() < folds) {
                boolean grouped = groups.stream().anyMatch(group -> group.size() > 1);
                long most =
                        groupsOfClass.values().stream()
                                .mapToLong(Long::longValue)
                                .min()
                                .orElseThrow();
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "%s: class %s has %d %s, too few for %d folds; %s"
                                .formatted(
                                        task,
                                        entry.getKey(),
                                        entry.getValue(),
                                        counted(entry.getValue(), grouped ? "patient" : "image"),
                                        folds,
                                        most < 2
                                                ? "to be trained and tested on, a class needs two: add some, or leave the task out"
                                                : "set protocol.folds to at most " + most));
            }
        }
    }

    private static String counted(long count, String noun) {
        return count == 1 ? noun : noun + "s";
    }

    private static int[] partition(
            List<Group> groups, int samples, int classes, int folds, RandomGenerator random) {
        List<Group> order = new ArrayList<>(groups);
        for (int i = order.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            order.set(i, order.set(j, order.get(i)));
        }
        order.sort(Comparator.comparingInt(Group::size).reversed()); // stable: keeps the shuffle
        double[] classTotals = new double[classes];
        for (Group group : groups) {
            for (int c = 0; c < classes; c++) {
                classTotals[c] += group.classCounts()[c];
            }
        }
        int[][] counts = new int[folds][classes];
        int[] sizes = new int[folds];
        int[] foldOf = new int[samples];
        for (Group group : order) {
            int best = 0;
            double bestCost = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < folds; fold++) {
                double cost = cost(group.classCounts(), counts[fold], classTotals);
                if (cost < bestCost || cost == bestCost && sizes[fold] < sizes[best]) {
                    best = fold;
                    bestCost = cost;
                }
            }
            for (int c = 0; c < classes; c++) {
                counts[best][c] += group.classCounts()[c];
            }
            sizes[best] += group.size();
            for (int member : group.members()) {
                foldOf[member] = best;
            }
        }
        return foldOf;
    }

    private static double cost(int[] group, int[] fold, double[] totals) {
        double cost = 0;
        for (int c = 0; c < group.length; c++) {
            double after = fold[c] + group[c];
            cost += (after * after - (double) fold[c] * fold[c]) / (totals[c] * totals[c]);
        }
        return cost;
    }

    private static void refuseOneSided(
            String task, FoldPlan plan, List<Sample> samples, List<String> classes) {
        oneSided(plan, samples, classes)
                .ifPresent(
                        what -> {
                            throw new ModanException(
                                    ErrorCode.CONFIGURATION,
                                    "%s: %s: its patients are too few or too unequal for %d folds; lower protocol.folds"
                                            .formatted(task, what, plan.folds()));
                        });
    }

    /** The first class that some fold is not tested on, in words. */
    static Optional<String> oneSided(FoldPlan plan, List<Sample> samples, List<String> classes) {
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            for (int fold = 0; fold < plan.folds(); fold++) {
                boolean[] seen = new boolean[classes.size()];
                for (int sample : plan.test(repeat, fold)) {
                    seen[samples.get(sample).label().orElseThrow()] = true;
                }
                for (int c = 0; c < seen.length; c++) {
                    if (!seen[c]) {
                        return Optional.of("no %s in fold %d".formatted(classes.get(c), fold));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
