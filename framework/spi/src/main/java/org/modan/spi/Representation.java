/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A map of a corpus, and what was measured of it.
 *
 * @since 1.0
 */
public final class Representation {

    /**
     * A figure.
     *
     * @param name such as {@code trustworthiness}
     * @param field the metadata field it is about; empty if about none
     * @param value finite
     */
    public record Measure(String name, Optional<String> field, double value) {

        public Measure {
            requireNonNull(name, "name is null");
            requireNonNull(field, "field is null");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " is " + value);
            }
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
        for (float[] point : points) {
            if (point.length != 2 || !Float.isFinite(point[0]) || !Float.isFinite(point[1])) {
                throw new IllegalArgumentException("a point is not of two finite numbers");
            }
        }
        return new Representation(points, List.of(), List.of());
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
