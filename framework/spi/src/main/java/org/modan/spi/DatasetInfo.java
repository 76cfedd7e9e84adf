/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a dataset says of itself.
 *
 * @since 1.0
 */
public final class DatasetInfo {

    private final String description;
    private final List<String> classes;
    private final List<String> fields;

    private DatasetInfo(String description, List<String> classes, List<String> fields) {
        this.description = requireNonNull(description, "description is null");
        this.classes = List.copyOf(classes);
        this.fields = List.copyOf(fields);
    }

    /**
     * @param description one line for tables and provenance
     * @param classes the names behind {@link Sample#label()}; for a binary task the second is the
     *     positive one
     * @param fields the metadata fields samples may carry
     */
    public static DatasetInfo of(String description, List<String> classes, List<String> fields) {
        return new DatasetInfo(description, classes, fields);
    }

    public String description() {
        return description;
    }

    public List<String> classes() {
        return classes;
    }

    public List<String> fields() {
        return fields;
    }
}
