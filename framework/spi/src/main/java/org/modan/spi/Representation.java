/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A map of a corpus, and what was measured of it.
 *
 * @since 1.0
 */
public final class Representation {

    /**
     * A figure. Two are equal if they have one name, are about one field, and have one value.
     *
     * @since 1.0
     */
    public static final class Measure {

        private final String name;
        private final Optional<String> field;
        private final double value;

        private Measure(String name, Optional<String> field, double value) {
            this.name = requireNonNull(name, "name is null");
            this.field = field;
            this.value = value;
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " is " + value);
            }
        }

        /**
         * A figure about no field.
         *
         * @param name such as {@code trustworthiness}
         * @param value finite
         */
        public static Measure of(String name, double value) {
            return new Measure(name, Optional.empty(), value);
        }

        /** The same figure, about one metadata field. */
        public Measure about(String metadataField) {
            return new Measure(name, Optional.of(metadataField), value);
        }

        public String name() {
            return name;
        }

        /** The metadata field it is about; empty if about none. */
        public Optional<String> field() {
            return field;
        }

        public double value() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Measure measure
                    && name.equals(measure.name)
                    && field.equals(measure.field)
                    && Double.compare(value, measure.value) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, field, value);
        }

        @Override
        public String toString() {
            return "Measure["
                    + name
                    + field.map(about -> " of " + about).orElse("")
                    + ": "
                    + value
                    + "]";
        }
    }

    private final float[][] points;
    private final List<Measure> measures;
    private final List<String> notes;

    private Representation(float[][] points, List<Measure> measures, List<String> notes) {
        this.points = points;
        this.measures = List.copyOf(measures);
        this.notes = List.copyOf(notes);
    }

    /**
     * @param points x and y of each sample, in the samples' order; finite
     */
    public static Representation of(float[][] points) {
        float[][] copy = new float[points.length][];
        for (int i = 0; i < points.length; i++) {
            float[] point = points[i].clone();
            if (point.length != 2 || !Float.isFinite(point[0]) || !Float.isFinite(point[1])) {
                throw new IllegalArgumentException("a point is not of two finite numbers");
            }
            copy[i] = point;
        }
        return new Representation(copy, List.of(), List.of());
    }

    /** The same with one more figure. */
    public Representation with(Measure measure) {
        List<Measure> more = new ArrayList<>(measures);
        more.add(measure);
        return new Representation(points, more, notes);
    }

    /**
     * The same with something to say that no figure can, such as why one is missing.
     *
     * @param note one line for the user
     */
    public Representation withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(requireNonNull(note, "note is null"));
        return new Representation(points, measures, more);
    }

    public int size() {
        return points.length;
    }

    public float x(int sample) {
        return points[sample][0];
    }

    public float y(int sample) {
        return points[sample][1];
    }

    /** In the order they were added. */
    public List<Measure> measures() {
        return measures;
    }

    /** In the order they were added. */
    public List<String> notes() {
        return notes;
    }
}
