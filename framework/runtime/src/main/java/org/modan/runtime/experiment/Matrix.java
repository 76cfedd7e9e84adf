/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;

/** Makes one experiment of every combination of the alternatives under {@code matrix:}. */
final class Matrix {

    static final String KEY = "matrix";

    private static final String CHECKPOINT = "checkpoint";
    private static final int MOST_COMBINATIONS = 1000;

    /**
     * A value that is varied.
     *
     * @param path of the value
     * @param alternatives for it, at least one
     */
    record Axis(NodePath path, List<Node> alternatives) {}

    /**
     * One combination.
     *
     * @param axes what each axis is set to
     * @param root the experiment with these values, without a matrix
     */
    record Combination(Map<String, String> axes, MapNode root) {

        String label() {
            return axes.entrySet().stream()
                    .map(axis -> axis.getKey() + "=" + axis.getValue())
                    .collect(Collectors.joining(","));
        }

        Combination with(Axis axis, Node alternative) {
            Map<String, String> more = new LinkedHashMap<>(axes);
            more.put(axis.path().text(), alternative.toText());
            Node changed = axis.path().set(root, alternative);
            return new Combination(more, Shorthand.expand((MapNode) changed));
        }
    }

    private final ProblemCollector problems;

    Matrix(ProblemCollector problems) {
        this.problems = problems;
    }

    /** The axes that can be varied; others are reported. */
    List<Axis> readAxes(MapNode root) {
        Section top = new Section(root, "", problems);
        List<Axis> axes = new ArrayList<>();
        top.section(KEY)
                .ifPresent(
                        matrix ->
                                matrix.node()
                                        .entries()
                                        .keySet()
                                        .forEach(
                                                key ->
                                                        readAxis(matrix, key, root)
                                                                .ifPresent(axes::add)));
        return axes;
    }

    private Optional<Axis> readAxis(Section matrix, String key, MapNode root) {
        Node alternatives = matrix.node().entries().get(key).value();
        if (!(alternatives instanceof ListNode list) || list.items().isEmpty()) {
            matrix.report(key, "must be a list of alternatives, such as [32, 64]");
            return Optional.empty();
        }
        if (key.equals(KEY) || key.startsWith(KEY + ".")) {
            matrix.report(key, "cannot vary the matrix itself");
            return Optional.empty();
        }
        if (key.equals(CHECKPOINT) || key.startsWith(CHECKPOINT + ".")) {
            matrix.report(key, "cannot vary the checkpoints: they change no outcome");
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        for (Node item : list.items()) {
            if (!seen.add(item.toText())) {
                matrix.report(key, "lists '%s' twice; remove one".formatted(item.toText()));
                return Optional.empty();
            }
        }
        try {
            NodePath path = NodePath.parse(key);
            path.set(root, list.items().get(0));
            return Optional.of(new Axis(path, list.items()));
        } catch (IllegalArgumentException e) {
            matrix.report(key, "leads nowhere: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** All combinations, the last axis changing fastest; the experiment itself without axes. */
    List<Combination> expand(MapNode root, List<Axis> axes) {
        MapNode base = root.without(KEY);
        List<Combination> combinations = List.of(new Combination(Map.of(), base));
        for (Axis axis : axes) {
            if (combinations.size() * axis.alternatives().size() > MOST_COMBINATIONS) {
                new Section(root, "", problems)
                        .report(
                                KEY,
                                "makes more than %d combinations; leave some out"
                                        .formatted(MOST_COMBINATIONS));
                return combinations;
            }
            combinations = combinations.stream().flatMap(one -> vary(one, axis)).toList();
        }
        return combinations;
    }

    private static Stream<Combination> vary(Combination combination, Axis axis) {
        return axis.alternatives().stream().map(value -> combination.with(axis, value));
    }
}
