/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.runtime.statistics.Holm;

/**
 * Comparisons that Holm's adjustment is for: of one metric on one dataset with one evaluator. Those
 * without a p-value are no tests and do not count; those of the same cells are one test, such as
 * {@code scratch} under several choices of metadata, and count once.
 */
final class Family {

    private record Pair(Set<String> arm, Set<String> reference) {}

    private final List<Comparison> members = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * @param armCells the cells the arm's values come from
     * @param referenceCells the cells the reference's values come from
     */
    void add(Comparison comparison, Set<String> armCells, Set<String> referenceCells) {
        members.add(comparison);
        pairs.add(new Pair(armCells, referenceCells));
    }

    List<Comparison> members() {
        return List.copyOf(members);
    }

    List<Comparison> adjusted() {
        Map<Pair, Double> tests = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Pair pair = pairs.get(i);
            members.get(i).test().p().ifPresent(p -> tests.putIfAbsent(pair, p));
        }
        double[] adjusted =
                Holm.adjust(tests.values().stream().mapToDouble(Double::doubleValue).toArray());
        List<Pair> order = new ArrayList<>(tests.keySet());
        List<Comparison> all = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Comparison one = members.get(i);
            all.add(
                    one.test().p().isPresent()
                            ? one.withAdjustedP(adjusted[order.indexOf(pairs.get(i))])
                            : one);
        }
        return all;
    }
}
