/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What several resolved experiments agree on. The rest is left out: it is either varied by an axis
 * of the matrix, which sets it, or a default that follows from what is varied.
 */
final class CommonGround {

    private CommonGround() {}

    /** Of maps the keys that all have and agree on, one by one. */
    static Map<String, Object> of(List<Map<String, Object>> trees) {
        Map<String, Object> common = new LinkedHashMap<>();
        for (String key : trees.get(0).keySet()) {
            List<Object> values =
                    trees.stream().map(tree -> tree.get(key)).filter(Objects::nonNull).toList();
            if (values.size() == trees.size()) {
                ofValues(values).ifPresent(value -> common.put(key, value));
            }
        }
        return common;
    }

    private static Optional<Object> ofValues(List<Object> values) {
        Object first = values.get(0);
        if (values.stream().allMatch(first::equals)) {
            return Optional.of(first);
        }
        if (values.stream().allMatch(CommonGround::isMap)) {
            return Optional.of(of(values.stream().map(CommonGround::asMap).toList()));
        }
        if (values.stream().allMatch(CommonGround::isListOfMaps)) {
            return ofLists(values.stream().<List<?>>map(value -> (List<?>) value).toList());
        }
        return Optional.empty();
    }

    private static Optional<Object> ofLists(List<List<?>> lists) {
        int size = lists.get(0).size();
        if (lists.stream().anyMatch(list -> list.size() != size)) {
            return Optional.empty();
        }
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int position = i;
            entries.add(of(lists.stream().map(list -> asMap(list.get(position))).toList()));
        }
        return Optional.of(entries);
    }

    private static boolean isMap(Object value) {
        return value instanceof Map;
    }

    private static boolean isListOfMaps(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(CommonGround::isMap);
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, child) -> map.put((String) key, child));
        return map;
    }
}
