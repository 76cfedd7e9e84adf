/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.modan.runtime.experiment.yaml.MapNode;

/**
 * The experiment.yaml of an output folder. Under a matrix, a value that is varied may be absent.
 *
 * @param text as it stands in the file
 * @param tree what it holds
 */
public record Settings(String text, Map<String, Object> tree) {

    public Settings {
        requireNonNull(text, "text is null");
        tree = new LinkedHashMap<>(tree);
    }

    static Settings of(String text, MapNode root) {
        return new Settings(text, root.toObject());
    }

    /** Of a folder whose file cannot be read. */
    static Settings unknown() {
        return new Settings("", Map.of());
    }

    public String name() {
        return find("name").orElse("experiment");
    }

    /** The ids of the entries of a list, such as {@code pretrain} or {@code tasks}. */
    public List<String> ids(String list) {
        return entries(list).stream()
                .map(entry -> entry.get("id"))
                .filter(id -> id != null)
                .map(Object::toString)
                .toList();
    }

    /** The entries of a list that are maps. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> entries(String list) {
        return tree.get(list) instanceof List<?> entries
                ? entries.stream()
                        .filter(Map.class::isInstance)
                        .map(entry -> (Map<String, Object>) entry)
                        .toList()
                : List.of();
    }

    /** The fields that make the target. */
    public List<String> metadata() {
        return texts("metadata");
    }

    /** A list of texts; empty if there is none at that path. */
    public List<String> texts(String... path) {
        return at(path) instanceof List<?> texts
                ? texts.stream().map(Object::toString).toList()
                : List.of();
    }

    public boolean hasMatrix() {
        return tree.containsKey("matrix");
    }

    /** How many variants a matrix makes; 1 without one. */
    public int variants() {
        int variants = 1;
        if (tree.get("matrix") instanceof Map<?, ?> matrix) {
            for (Object alternatives : matrix.values()) {
                variants *= alternatives instanceof List<?> list ? list.size() : 1;
            }
        }
        return variants;
    }

    public OptionalInt number(String... path) {
        try {
            return find(path)
                    .map(Integer::parseInt)
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** A scalar; empty if there is none at that path. */
    public Optional<String> find(String... path) {
        Object value = at(path);
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? Optional.empty()
                : Optional.of(value.toString()).filter(text -> !text.isEmpty());
    }

    private Object at(String... path) {
        Object value = tree;
        for (String step : path) {
            value = value instanceof Map<?, ?> map ? map.get(step) : "";
        }
        return value == null ? "" : value;
    }
}
