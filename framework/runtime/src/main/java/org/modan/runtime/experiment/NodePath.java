/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.modan.runtime.experiment.section.Section;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;

/**
 * The way to one value of an experiment: {@code protocol.folds}, {@code pretrain[0].epochs}, or by
 * an entry's id {@code pretrain.mulsupcon.epochs}.
 *
 * @param text as a user writes it
 * @param steps from the top
 */
record NodePath(String text, List<Step> steps) {

    private static final Pattern STEP =
            Pattern.compile(
                    "\\G(?:(?<![^.])(?<key>[^.\\[\\]]+)|(?<!\\.)\\[(?<index>\\d{1,6})])(?:\\.(?!$))?");

    /** To a value of a map by its key, or of a list by its number or the name of its entry. */
    sealed interface Step {

        /** A key, or the name of an entry. */
        record Key(String name) implements Step {}

        /** A position from 0. */
        record Index(int number) implements Step {}
    }

    /**
     * @throws IllegalArgumentException if it is no path; the message says why
     */
    static NodePath parse(String text) {
        // Axes have dots in their names and are not to be parted.
        String prefix = Matrix.KEY + ".";
        if (text.startsWith(prefix) && text.length() > prefix.length()) {
            return new NodePath(
                    text,
                    List.of(
                            new Step.Key(Matrix.KEY),
                            new Step.Key(text.substring(prefix.length()))));
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int end = 0;
        while (matcher.find()) {
            steps.add(
                    matcher.group("key") != null
                            ? new Step.Key(matcher.group("key").strip())
                            : new Step.Index(Integer.parseInt(matcher.group("index"))));
            end = matcher.end();
        }
        if (steps.isEmpty() || end != text.length()) {
            throw new IllegalArgumentException(
                    "'%s' is no path; write it like protocol.folds or pretrain[0].epochs"
                            .formatted(text));
        }
        return new NodePath(text, List.copyOf(steps));
    }

    /** What is there, if anything. */
    Optional<Node> find(Node root) {
        Optional<Node> node = Optional.of(root);
        for (Step step : steps) {
            node = node.flatMap(parent -> child(parent, step));
        }
        return node;
    }

    private static Optional<Node> child(Node parent, Step step) {
        if (parent instanceof MapNode map && step instanceof Step.Key key) {
            return map.find(key.name());
        }
        if (parent instanceof ListNode list) {
            return position(list, step).stream().mapToObj(list.items()::get).findFirst();
        }
        return Optional.empty();
    }

    private static OptionalInt position(ListNode list, Step step) {
        int size = list.items().size();
        if (step instanceof Step.Index index) {
            return IntStream.range(0, size).filter(i -> i == index.number()).findFirst();
        }
        String name = ((Step.Key) step).name();
        return IntStream.range(0, size)
                .filter(i -> Shorthand.nameOf(list.items().get(i)).filter(name::equals).isPresent())
                .findFirst();
    }

    /**
     * The same tree with this value replaced; keys that do not exist are created.
     *
     * @throws IllegalArgumentException if the path leads nowhere; the message says what is there
     */
    Node set(Node root, Node value) {
        return set(root, 0, value);
    }

    private Node set(Node node, int depth, Node value) {
        if (depth == steps.size()) {
            return value;
        }
        Step step = steps.get(depth);
        if (node.isNull() && step instanceof Step.Key) {
            return set(MapNode.empty(node.origin()), depth, value);
        }
        if (node instanceof ListNode list) {
            int position = position(list, step).orElseThrow(() -> noEntry(list, depth));
            return list.with(position, set(list.items().get(position), depth + 1, value));
        }
        if (node instanceof MapNode map && step instanceof Step.Key key) {
            Optional<Node> child = map.find(key.name());
            if (child.isEmpty() && isIndex(depth + 1)) {
                throw new IllegalArgumentException(
                        "there is no %s".formatted(textTo(depth + 1))
                                + Section.instead(key.name(), map.entries().keySet()));
            }
            Node start = child.orElseGet(() -> MapNode.empty(value.origin()));
            return map.with(key.name(), set(start, depth + 1, value));
        }
        throw new IllegalArgumentException(
                "there is no %s: %s is %s"
                        .formatted(
                                textTo(depth + 1),
                                depth == 0 ? "the top level" : textTo(depth),
                                node instanceof MapNode
                                        ? "no list"
                                        : "'%s'".formatted(node.toText())));
    }

    private boolean isIndex(int depth) {
        return depth < steps.size() && steps.get(depth) instanceof Step.Index;
    }

    private IllegalArgumentException noEntry(ListNode list, int depth) {
        String message = "there is no %s".formatted(textTo(depth + 1));
        List<String> names =
                list.items().stream().flatMap(item -> Shorthand.nameOf(item).stream()).toList();
        if (steps.get(depth) instanceof Step.Key key) {
            return new IllegalArgumentException(message + Section.instead(key.name(), names));
        }
        int size = list.items().size();
        return new IllegalArgumentException(
                message
                        + (size == 0
                                ? "; the list is empty"
                                : "; the last is %s[%d]".formatted(textTo(depth), size - 1)));
    }

    private String textTo(int depth) {
        StringBuilder path = new StringBuilder();
        for (Step step : steps.subList(0, depth)) {
            if (step instanceof Step.Index index) {
                path.append('[').append(index.number()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(((Step.Key) step).name());
            }
        }
        return path.toString();
    }
}
