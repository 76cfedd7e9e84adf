/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Validated option values, defaults filled in.
 *
 * @since 1.0
 */
public final class Options {

    private final Map<Option<?>, Object> values;

    Options(Map<Option<?>, Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * The value of an option that is required or has a default.
     *
     * @throws IllegalStateException if the option was not declared, or is absent
     */
    public <T> T get(Option<T> option) {
        return find(option)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "%s has no value; declare it in options(), and read an"
                                                        .formatted(option)
                                                + " optional one with find"));
    }

    /** The value of an option that may be absent. */
    @SuppressWarnings("unchecked") // an option's value was read by that option
    public <T> Optional<T> find(Option<T> option) {
        return Optional.ofNullable((T) values.get(option));
    }

    /** All values by name, paths as text, in declared order: for records of a run. */
    public Map<String, Object> asMap() {
        return asMap(true);
    }

    /** The values that say what to do, without those that only say where something lies. */
    public Map<String, Object> withoutLocations() {
        return asMap(false);
    }

    /** The values that say where something lies, by name. */
    public Map<String, Path> locations() {
        Map<String, Path> map = new LinkedHashMap<>();
        values.forEach(
                (option, value) -> {
                    if (option.isLocation()) {
                        map.put(option.name(), (Path) value);
                    }
                });
        return map;
    }

    /** Options are equal if they have the same values under the same names. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && asMap().equals(options.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return "Options" + asMap();
    }

    private Map<String, Object> asMap(boolean locations) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach(
                (option, value) -> {
                    if (locations || !option.isLocation()) {
                        map.put(option.name(), value instanceof Path ? value.toString() : value);
                    }
                });
        return map;
    }
}
