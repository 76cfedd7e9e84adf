/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.experiment.yaml.ListNode;
import org.modan.runtime.experiment.yaml.MapNode;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.ScalarNode;

/** A plain name in place of an extension with its defaults: {@code evaluators: [fine-tune]}. */
final class Shorthand {

    private static final Map<String, String> NAME_KEYS =
            Map.of(
                    "corpus", ExtensionNames.DATASET,
                    "pretrain", ExtensionNames.STRATEGY,
                    "tasks", ExtensionNames.DATASET,
                    "evaluators", ExtensionNames.EVALUATOR);

    private Shorthand() {}

    /** The same experiment with every name in place of the map it stands for. */
    static MapNode expand(MapNode root) {
        MapNode expanded = root;
        for (Map.Entry<String, String> nameKey : NAME_KEYS.entrySet()) {
            Optional<Node> value = root.find(nameKey.getKey());
            if (value.isPresent()) {
                expanded = expanded.with(nameKey.getKey(), expand(value.get(), nameKey.getValue()));
            }
        }
        return expanded;
    }

    private static Node expand(Node value, String nameKey) {
        if (value instanceof ListNode list) {
            List<Node> items = list.items().stream().map(item -> entry(item, nameKey)).toList();
            return new ListNode(list.origin(), items);
        }
        return entry(value, nameKey);
    }

    private static Node entry(Node value, String nameKey) {
        if (value instanceof ScalarNode && !value.isNull()) {
            return MapNode.empty(value.origin()).with(nameKey, value);
        }
        return value;
    }

    /** What an entry of a list is called: its id, or else the extension it names. */
    static Optional<String> nameOf(Node entry) {
        if (!(entry instanceof MapNode map)) {
            return Optional.empty();
        }
        return List.of(
                        EntryReader.ID.name(),
                        ExtensionNames.STRATEGY,
                        ExtensionNames.DATASET,
                        ExtensionNames.EVALUATOR)
                .stream()
                .flatMap(key -> map.find(key).stream())
                .findFirst()
                .map(Node::toText);
    }
}
