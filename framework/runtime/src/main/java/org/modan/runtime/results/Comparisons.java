/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.modan.runtime.experiment.ArmLabel;
import org.modan.runtime.experiment.CompareConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.results.MeasuredArms.Arm;
import org.modan.runtime.results.MeasuredArms.Place;
import org.modan.runtime.statistics.Alternative;

/**
 * Compares each arm with its reference, from nothing but the rows of results.csv and what the
 * experiment declares.
 *
 * <p>There is one comparison for each arm but the reference, on each dataset, with each evaluator,
 * of each metric that is to be tested. In a matrix, a reference named by its id alone is the one of
 * the arm's own variant, since variants may differ in anything, folds included; one named with its
 * variant in brackets is the reference of all arms. Arms are compared on the folds that both have,
 * and a note says so where these are not all.
 */
public final class Comparisons {

    private final MeasuredArms measured;
    private final CompareConfig compare;
    private final ProtocolConfig protocol;
    private final Set<String> listed;
    private final ProfileTest test;

    private Comparisons(
            MeasuredArms measured,
            CompareConfig compare,
            ProtocolConfig protocol,
            Set<String> listed) {
        this.measured = measured;
        this.compare = compare;
        this.protocol = protocol;
        this.listed = Set.copyOf(listed);
        this.test = ProfileTest.of(protocol.profile());
    }

    /**
     * The comparisons of one experiment, in the order of the rows.
     *
     * @param listed the datasets whose folds are listed, and so the same in every repeat
     */
    public static List<Comparison> of(
            List<ResultRow> rows,
            CompareConfig compare,
            ProtocolConfig protocol,
            Set<String> listed) {
        return new Comparisons(new MeasuredArms(rows), compare, protocol, listed)
                .compare(arm -> true);
    }

    /**
     * The comparisons of a matrix. Variants that declare the same comparison under the same
     * protocol are one experiment with one family; others are compared by themselves.
     */
    public static List<Comparison> of(List<ResultRow> rows, List<Variant> variants) {
        Map<List<Object>, List<Variant>> declarations = new LinkedHashMap<>();
        for (Variant variant : variants) {
            declarations
                    .computeIfAbsent(
                            List.of(
                                    variant.experiment().compare(),
                                    variant.experiment().protocol(),
                                    listed(variant)),
                            declaration -> new ArrayList<>())
                    .add(variant);
        }
        MeasuredArms measured = new MeasuredArms(rows);
        List<Comparison> comparisons = new ArrayList<>();
        for (List<Variant> same : declarations.values()) {
            Set<String> arms = new TreeSet<>();
            same.forEach(variant -> arms.addAll(variant.armLabels()));
            comparisons.addAll(
                    new Comparisons(
                                    measured,
                                    same.get(0).experiment().compare(),
                                    same.get(0).experiment().protocol(),
                                    listed(same.get(0)))
                            .compare(arms::contains));
        }
        return comparisons;
    }

    private static Set<String> listed(Variant variant) {
        return variant.experiment().tasks().stream()
                .filter(task -> task.folds().isPresent())
                .map(TaskConfig::id)
                .collect(Collectors.toSet());
    }

    private List<Comparison> compare(Predicate<String> chosen) {
        List<Comparison> all = new ArrayList<>();
        for (Place place : measured.places()) {
            for (MetricName metric : compare.metrics()) {
                Family family = new Family();
                for (String arm : measured.arms(place)) {
                    String reference = reference(place, arm);
                    if (chosen.test(arm) && !arm.equals(reference)) {
                        compare(place, metric, arm, reference, family);
                    }
                }
                all.addAll(metric.equals(compare.primary()) ? family.adjusted() : family.members());
            }
        }
        return all;
    }

    private String reference(Place place, String arm) {
        String named = compare.reference().orElseGet(() -> measured.arms(place).get(0));
        return ArmLabel.parse(named).variant().isEmpty()
                ? new ArmLabel(named, ArmLabel.parse(arm).variant()).text()
                : named;
    }

    private void compare(
            Place place, MetricName metric, String armName, String referenceName, Family family) {
        Arm arm = measured.find(place, armName).orElseThrow();
        Optional<Arm> reference = measured.find(place, referenceName);
        Alternative alternative =
                metric.metric().isBetterHigher()
                        ? compare.alternative()
                        : compare.alternative().reversed();
        ArmTest result =
                reference
                        .map(
                                other ->
                                        test(
                                                metric,
                                                arm,
                                                other,
                                                listed.contains(place.dataset()),
                                                alternative.reversed()))
                        .orElseGet(
                                () ->
                                        ArmTest.none(
                                                test.word(),
                                                "no results of %s".formatted(referenceName)));
        List<String> notes = new ArrayList<>(result.notes());
        reference.flatMap(other -> missing(metric, arm, other)).ifPresent(notes::add);
        if (!metric.equals(compare.primary()) && result.p().isPresent()) {
            notes.add("not in the family of %s".formatted(compare.primary().text()));
        }
        family.add(
                new Comparison(
                        place.dataset(),
                        place.evaluator(),
                        metric,
                        armName,
                        referenceName,
                        alternative,
                        result,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        notes),
                arm.cells(),
                reference.map(Arm::cells).orElse(Set.of()));
    }

    /**
     * @param sharesFolds whether all repeats have one partition
     * @param alternative of the arm over the reference
     */
    private ArmTest test(
            MetricName metric,
            Arm arm,
            Arm reference,
            boolean sharesFolds,
            Alternative alternative) {
        SortedMap<PairedFolds.Key, ResultRow> mine = arm.folds(metric);
        SortedMap<PairedFolds.Key, ResultRow> theirs = reference.folds(metric);
        if (arm.cells().equals(reference.cells())) {
            return ArmTest.none(test.word(), "the reference is the same cells");
        }
        PairedFolds folds = PairedFolds.of(mine, theirs);
        if (folds.folds().isEmpty()) {
            return ArmTest.none(
                    test.word(), "no fold has %s of both arms".formatted(metric.text()));
        }
        if (differ(mine, theirs)) {
            return ArmTest.none(
                    test.word(), "the arms were tested on different folds: they are no pairs");
        }
        PairedFolds distinct = folds.withoutCopies();
        if (distinct.repeats() < folds.repeats()) {
            return test.of(distinct, alternative)
                    .withFirstNote(
                            "all %d repeats have the same values and count as one"
                                    .formatted(folds.repeats()));
        }
        if (test == ProfileTest.CORRECTED_RESAMPLED_T && sharesFolds && folds.repeats() > 1) {
            return test.of(folds.meansOverRepeats(), alternative)
                    .withFirstNote(
                            "the folds are listed, the same in all %d repeats: each counts once, with the mean of its repeats"
                                    .formatted(folds.repeats()));
        }
        return test.of(folds, alternative);
    }

    /** Parts of other sizes are other parts: variants of a matrix may differ in their folds. */
    private static boolean differ(
            SortedMap<PairedFolds.Key, ResultRow> mine,
            SortedMap<PairedFolds.Key, ResultRow> theirs) {
        return mine.entrySet().stream()
                .filter(entry -> theirs.containsKey(entry.getKey()))
                .anyMatch(
                        entry -> {
                            ResultRow other = theirs.get(entry.getKey());
                            return !Objects.equals(entry.getValue().testSize(), other.testSize())
                                    || !Objects.equals(
                                            entry.getValue().trainSize(), other.trainSize());
                        });
    }

    private Optional<String> missing(MetricName metric, Arm arm, Arm reference) {
        int expected = protocol.folds() * protocol.repeats();
        SortedMap<PairedFolds.Key, ResultRow> mine = arm.folds(metric);
        SortedMap<PairedFolds.Key, ResultRow> theirs = reference.folds(metric);
        int both = PairedFolds.of(mine, theirs).folds().size();
        if (both == 0 || both >= expected) {
            return Optional.empty();
        }
        return Optional.of(
                "on %d of %d folds: the arm has %d%s, the reference %d%s"
                        .formatted(
                                both,
                                expected,
                                mine.size(),
                                failures(arm),
                                theirs.size(),
                                failures(reference)));
    }

    private static String failures(Arm arm) {
        return arm.failedCells() == 0 ? "" : " (failed cells: %d)".formatted(arm.failedCells());
    }
}
