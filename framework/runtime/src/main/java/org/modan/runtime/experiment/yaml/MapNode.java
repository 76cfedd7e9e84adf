/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values by key, in the order they were written.
 *
 * @param origin where it starts
 * @param entries by key
 */
public record MapNode(Origin origin, Map<String, Entry> entries) implements Node {

    /**
     * One value of the map.
     *
     * @param key where its key was written
     * @param value the value
     */
    public record Entry(Origin key, Node value) {

        public Entry {
            requireNonNull(key, "key is null");
            requireNonNull(value, "value is null");
        }
    }

    public MapNode {
        requireNonNull(origin, "origin is null");
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A map without entries. */
    public static MapNode empty(Origin origin) {
        return new MapNode(origin, Map.of());
    }

    public Optional<Node> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** The same map with one value replaced, or added at the end. */
    public MapNode with(String key, Node value) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        Origin origin = entries.containsKey(key) ? entries.get(key).key() : value.origin();
        changed.put(key, new Entry(origin, value));
        return new MapNode(this.origin, changed);
    }

    /** The same map without one of its keys. */
    public MapNode without(String key) {
        Map<String, Entry> changed = new LinkedHashMap<>(entries);
        changed.remove(key);
        return new MapNode(origin, changed);
    }

    @Override
    public Map<String, Object> toObject() {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, entry) -> map.put(key, entry.value().toObject()));
        return map;
    }

    @Override
    public String toText() {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue().value().toText())
                .collect(Collectors.joining("+"));
    }
}
