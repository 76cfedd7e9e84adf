/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.ScalarNode;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Some {@code key: value} pairs of an experiment, and what they are called in messages. */
public record Section(MapNode node, String path, ProblemCollector problems) {

    /** Where a value was written, or the section if it was not. */
    public Origin origin(String key) {
        return node.find(key).map(Node::origin).orElse(node.origin());
    }

    /** A single value as it was written, whether or not it can be read. */
    public Optional<String> text(String key) {
        return node.find(key)
                .filter(value -> value instanceof ScalarNode && !value.isNull())
                .map(Node::toText);
    }

    public void report(String key, String message) {
        problems.add(origin(key), pathOf(key), message);
    }

    /**
     * Reads all keys but the given others.
     *
     * @return empty if something was reported
     */
    public Optional<Options> readAllBut(Collection<String> others, OptionSpec spec) {
        List<String> known = new ArrayList<>(spec.names());
        known.addAll(others);
        List<String> mine =
                node.entries().keySet().stream().filter(key -> !others.contains(key)).toList();
        return read(mine, spec, known);
    }

    /**
     * Reads the keys that are options, and leaves the others to other readers.
     *
     * @return empty if something was reported
     */
    public Optional<Options> readOnly(OptionSpec spec) {
        List<String> mine = spec.names().stream().filter(node.entries()::containsKey).toList();
        return read(mine, spec, spec.names());
    }

    private Optional<Options> read(List<String> keys, OptionSpec spec, List<String> known) {
        Map<String, Object> raw = new LinkedHashMap<>();
        Map<String, Option<?>> options = new LinkedHashMap<>();
        spec.options().forEach(option -> options.put(option.name(), option));
        for (String key : keys) {
            raw.put(key, rawValue(node.entries().get(key).value(), options.get(key)));
        }
        int before = problems.reports();
        Options values = spec.resolve(raw, node.origin().base(), problem -> report(problem, known));
        return problems.reports() == before ? Optional.of(values) : Optional.empty();
    }

    private void report(OptionSpec.Problem problem, List<String> known) {
        String name = problem.option();
        if (problem.unknown()) {
            problems.add(
                    node.entries().get(name).key(),
                    pathOf(name),
                    "is unknown" + instead(name, known));
        } else {
            report(name, problem.message());
        }
    }

    /** What to use in place of a name that is not known; a clause for the end of a message. */
    public static String instead(String name, Collection<String> known) {
        return DidYouMean.suggest(name, known)
                .map(near -> "; did you mean %s?".formatted(near))
                .orElseGet(
                        () ->
                                known.isEmpty()
                                        ? "; there are none"
                                        : "; choose from %s".formatted(String.join(", ", known)));
    }

    /** A relative path starts where it was written, and one map may hold values of two places. */
    private static Object rawValue(Node value, Option<?> option) {
        if (value.isNull()) {
            return null;
        }
        if (option != null && option.isLocation() && value instanceof ScalarNode) {
            Path base = value.origin().base();
            try {
                return base.resolve(value.toText()).toString();
            } catch (InvalidPathException e) {
                return value.toObject(); // the option says so
            }
        }
        return value.toObject();
    }

    /**
     * The section under a key; one without entries if the key is absent or has no value.
     *
     * @return empty if something else is there, which is reported
     */
    public Optional<Section> section(String key) {
        Optional<Node> value = node.find(key).filter(child -> !child.isNull());
        if (value.isEmpty()) {
            return Optional.of(section(MapNode.empty(origin(key)), pathOf(key)));
        }
        return asSection(value.get(), pathOf(key));
    }

    /** The sections of the list under a key; what is no section is reported and left out. */
    public List<Section> sections(String key) {
        Optional<Node> value = node.find(key).filter(child -> !child.isNull());
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof ListNode list)) {
            report(key, "must be a list; start each of its entries with '- '");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            asSection(list.items().get(i), "%s[%d]".formatted(pathOf(key), i))
                    .ifPresent(sections::add);
        }
        return sections;
    }

    private Optional<Section> asSection(Node value, String where) {
        if (value instanceof MapNode map) {
            return Optional.of(section(map, where));
        }
        problems.add(
                value.origin(),
                where,
                value.isNull()
                        ? "must not be empty"
                        : "must be 'key: value' pairs, not '%s'".formatted(value.toObject()));
        return Optional.empty();
    }

    private Section section(MapNode child, String where) {
        return new Section(child, where, problems);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
