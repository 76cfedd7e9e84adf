/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One image of a dataset as its index knows it, without pixels.
 *
 * @since 1.0
 */
public final class Sample {

    private static final String UNKNOWN = "unknown";

    private final String id;
    private final Optional<String> group;
    private final OptionalInt label;
    private final Map<String, String> metadata;

    private Sample(Builder builder) {
        id = builder.id;
        group = builder.group;
        label = builder.label;
        metadata = Map.copyOf(builder.metadata);
    }

    /**
     * @param id unique in the dataset and stable between machines, such as the path below the
     *     dataset's root with forward slashes
     */
    public static Builder withId(String id) {
        return new Builder(id);
    }

    /**
     * Whether a text says anything as the value of a field: a blank one and {@code unknown}, in any
     * case, say that it is missing.
     */
    public static boolean isKnown(String value) {
        return !value.isBlank() && !value.strip().equalsIgnoreCase(UNKNOWN);
    }

    public String id() {
        return id;
    }

    /** The patient or exam; samples of one group never stand on both sides of a split. */
    public Optional<String> group() {
        return group;
    }

    /** Index into {@link DatasetInfo#classes()}; empty for an unlabelled image. */
    public OptionalInt label() {
        return label;
    }

    /** Values by field, in no order; a field that is absent is missing. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** The same image with other metadata; values as in {@link Builder#metadata(Map)}. */
    public Sample withMetadata(Map<String, String> values) {
        Builder changed = new Builder(id);
        changed.group = group;
        changed.label = label;
        return changed.metadata(values).build();
    }

    @Override
    public String toString() {
        return "Sample[" + id + "]";
    }

    /** Collects the parts of a sample. */
    public static final class Builder {
        private final String id;
        private Optional<String> group = Optional.empty();
        private OptionalInt label = OptionalInt.empty();
        private final Map<String, String> metadata = new TreeMap<>();

        private Builder(String id) {
            this.id = requireNonNull(id, "id is null");
        }

        /**
         * Left out where it is not known: all of one group pass for one patient. Blanks around it
         * are no part of it, so that a table's stray ones do not part a patient.
         */
        public Builder group(String patient) {
            group = Optional.of(patient.strip());
            return this;
        }

        public Builder label(int index) {
            label = OptionalInt.of(index);
            return this;
        }

        /** Sets one field, or makes it missing: see {@link Sample#isKnown}. */
        public Builder metadata(String field, String value) {
            if (isKnown(value)) {
                metadata.put(field, value.strip());
            } else {
                metadata.remove(field);
            }
            return this;
        }

        public Builder metadata(Map<String, String> values) {
            values.forEach(this::metadata);
            return this;
        }

        public Sample build() {
            return new Sample(this);
        }
    }
}
