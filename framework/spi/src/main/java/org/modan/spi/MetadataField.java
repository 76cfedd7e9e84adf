/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Objects;

/**
 * One field of the multi-hot target with the values that occur, sorted. Fields are equal if they
 * have one name and the same values.
 *
 * @since 1.0
 */
public final class MetadataField {

    private final String name;
    private final List<String> values;

    private MetadataField(String name, List<String> values) {
        this.name = requireNonNull(name, "name is null");
        this.values = List.copyOf(values);
    }

    /**
     * @param name the field, such as {@code modality}
     * @param values its values in the order of its one-hot group
     */
    public static MetadataField of(String name, List<String> values) {
        return new MetadataField(name, values);
    }

    public String name() {
        return name;
    }

    /** In the order of its one-hot group. */
    public List<String> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MetadataField field
                && name.equals(field.name)
                && values.equals(field.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, values);
    }

    @Override
    public String toString() {
        return "MetadataField[" + name + " " + values + "]";
    }
}
