/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
        Optional<ArmPair> pair =
                measured.find(place, referenceName)
                        .map(reference -> new ArmPair(metric, arm, reference));
        Alternative alternative =
                metric.metric().isBetterHigher()
                        ? compare.alternative()
                        : compare.alternative().reversed();
        boolean sharesFolds = listed.contains(place.dataset());
        ArmTest result =
                pair.map(both -> both.test(test, sharesFolds, alternative.reversed()))
                        .orElseGet(
                                () ->
                                        ArmTest.none(
                                                test.word(),
                                                "no results of %s".formatted(referenceName)));
        List<String> notes = new ArrayList<>(result.notes());
        pair.flatMap(both -> both.missing(protocol.folds() * protocol.repeats()))
                .ifPresent(notes::add);
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
                pair.map(both -> both.reference().cells()).orElse(Set.of()));
    }
}
