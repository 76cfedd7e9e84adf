/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.ScalarNode;

/**
 * Puts environment variables in place of {@code ${NAME}} in an experiment's values, so that one
 * file serves machines on which the data lie elsewhere. {@code ${NAME:-other}} is {@code other}
 * where the variable is not set or empty.
 */
final class Variables {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Map<String, String> values;
    private final Path workingDirectory;
    private final ProblemCollector problems;

    /**
     * @param workingDirectory where relative paths in variables start from, as in a shell
     */
    Variables(Map<String, String> values, Path workingDirectory, ProblemCollector problems) {
        this.values = Map.copyOf(values);
        this.workingDirectory = workingDirectory;
        this.problems = problems;
    }

    /** The experiment with their values; variables that are not set are reported. */
    MapNode resolve(MapNode root) {
        return resolve(root, "");
    }

    private MapNode resolve(MapNode map, String path) {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        map.entries()
                .forEach(
                        (key, entry) ->
                                entries.put(
                                        key,
                                        new MapNode.Entry(
                                                entry.key(),
                                                resolve(
                                                        entry.value(),
                                                        path.isEmpty() ? key : path + "." + key))));
        return new MapNode(map.origin(), entries);
    }

    private Node resolve(Node node, String path) {
        if (node instanceof MapNode map) {
            return resolve(map, path);
        }
        if (node instanceof ListNode list) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                items.add(resolve(list.items().get(i), "%s[%d]".formatted(path, i)));
            }
            return new ListNode(list.origin(), items);
        }
        return resolve((ScalarNode) node, path);
    }

    private Node resolve(ScalarNode scalar, String path) {
        Optional<String> text =
                scalar.value().filter(String.class::isInstance).map(String.class::cast);
        if (text.filter(value -> VARIABLE.matcher(value).find()).isEmpty()) {
            return scalar;
        }
        Matcher matcher = VARIABLE.matcher(text.get());
        String resolved =
                matcher.replaceAll(
                        found -> Matcher.quoteReplacement(value(found, scalar.origin(), path)));
        return new ScalarNode(origin(scalar.origin(), text.get()), Optional.of(resolved));
    }

    private String value(MatchResult found, Origin origin, String path) {
        Optional<String> value = set(found);
        if (value.isEmpty() && found.group(2) == null) {
            problems.add(
                    origin,
                    path,
                    "needs the environment variable %s, which is not set; set it, or give --set %s=..."
                            .formatted(found.group(1), path));
        }
        return value.or(() -> Optional.ofNullable(found.group(2))).orElse("");
    }

    private Optional<String> set(MatchResult found) {
        return Optional.ofNullable(values.get(found.group(1))).filter(value -> !value.isBlank());
    }

    /** A path that starts with a variable's value starts where the variable was set. */
    private Origin origin(Origin written, String text) {
        Matcher first = VARIABLE.matcher(text);
        boolean starts = first.lookingAt() && set(first.toMatchResult()).isPresent();
        return starts
                ? new Origin(written.source(), written.line(), written.column(), workingDirectory)
                : written;
    }
}
