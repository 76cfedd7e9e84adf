/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value and where it was written. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {

    Origin origin();

    /** The value in plain JDK types; a scalar without a value is an empty text. */
    Object toObject();

    /** The value on one line, for a message or a label. */
    String toText();

    /** Whether nothing was written: {@code key:} alone, or {@code null}. */
    default boolean isNull() {
        return false;
    }

    /** A tree of plain JDK types as nodes that all come from one place. */
    static Node of(Object value, Origin origin) {
        if (value instanceof Map<?, ?> map) {
            Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
            map.forEach(
                    (key, child) ->
                            entries.put(
                                    String.valueOf(key),
                                    new MapNode.Entry(origin, of(child, origin))));
            return new MapNode(origin, entries);
        }
        if (value instanceof List<?> list) {
            return new ListNode(origin, list.stream().map(child -> of(child, origin)).toList());
        }
        Object scalar = value instanceof Path ? value.toString() : value;
        return new ScalarNode(origin, Optional.ofNullable(scalar));
    }
}
