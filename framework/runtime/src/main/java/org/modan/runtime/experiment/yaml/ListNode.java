/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values in order.
 *
 * @param origin where it starts
 * @param items the values
 */
public record ListNode(Origin origin, List<Node> items) implements Node {

    public ListNode {
        requireNonNull(origin, "origin is null");
        items = List.copyOf(items);
    }

    /** The same list with one value replaced. */
    public ListNode with(int index, Node value) {
        List<Node> changed = new ArrayList<>(items);
        changed.set(index, value);
        return new ListNode(origin, changed);
    }

    @Override
    public List<Object> toObject() {
        return items.stream().map(Node::toObject).toList();
    }

    @Override
    public String toText() {
        return items.stream().map(Node::toText).collect(Collectors.joining("+"));
    }
}
