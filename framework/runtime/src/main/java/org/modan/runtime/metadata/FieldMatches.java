/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modan.spi.Affinity;
import org.modan.spi.MetadataField;

/**
 * How many fields must be equal to make two images positives if all fields are given, found by
 * asking the affinity about made-up images.
 *
 * <p>A similarity that shrinks with every field turns a threshold into another rule when a field is
 * added: at 0.3, one equal field of two is enough, of three it is not.
 */
final class FieldMatches {

    /** Beyond that, there are too many ways for fields to be equal. */
    private static final int MOST_FIELDS = 12;

    /** No number of equal fields is enough. */
    static final int NEVER = Integer.MAX_VALUE;

    private final List<MetadataField> fields;
    private final Affinity affinity;

    FieldMatches(List<MetadataField> fields, Affinity affinity) {
        this.fields = List.copyOf(fields);
        this.affinity = affinity;
    }

    boolean isCountable() {
        return fields.size() <= MOST_FIELDS;
    }

    /** The similarities that two images can have if no field is missing, from the least. */
    List<Float> attainable() {
        TreeSet<Float> similarities = new TreeSet<>();
        int all = first(fields.size());
        for (int equal : choices(all)) {
            similarities.add(similarity(all, equal));
        }
        return List.copyOf(similarities);
    }

    /**
     * The least number of equal fields of more than one value that make a positive if only the
     * first {@code count} fields existed; {@link #NEVER} if not even all do.
     */
    int needed(int count) {
        return neededOf(first(count));
    }

    /** Whether as many equal fields make a positive as if one of the fields did not exist. */
    boolean needsAsManyWithout(int field) {
        int all = first(fields.size());
        return neededOf(all) == neededOf(all & ~(1 << field));
    }

    private int neededOf(int present) {
        int least = NEVER;
        for (int equal : choices(present)) {
            if (affinity.isPositive(similarity(present, equal))) {
                least = Math.min(least, Integer.bitCount(equal));
            }
        }
        return least;
    }

    /**
     * The least similarity, with all fields, of pairs that only just were positives with the first
     * {@code count}.
     */
    float similarityLeft(int count) {
        int present = first(count);
        int needed = neededOf(present);
        float least = 1;
        for (int equal : choices(present)) {
            if (Integer.bitCount(equal) == needed
                    && affinity.isPositive(similarity(present, equal))) {
                least = Math.min(least, similarity(first(fields.size()), equal));
            }
        }
        return least;
    }

    /** However many of the fields there are, from the first on. */
    boolean allMustBeEqual() {
        return IntStream.rangeClosed(1, fields.size())
                .allMatch(count -> needed(count) == varying(count));
    }

    /** How many of the first {@code count} fields have more than one value. */
    int varying(int count) {
        return (int) fields.subList(0, count).stream().filter(FieldMatches::varies).count();
    }

    static boolean varies(MetadataField field) {
        return field.values().size() > 1;
    }

    /** The first fields as a set: bit {@code f} stands for field {@code f}. */
    private static int first(int count) {
        return (1 << count) - 1;
    }

    /** Every way for fields to be equal, each a set of them. */
    private List<Integer> choices(int present) {
        List<Integer> choices = new ArrayList<>(List.of(0));
        for (int field = 0; field < fields.size(); field++) {
            if (contains(present, field) && varies(fields.get(field))) {
                int bit = 1 << field;
                choices.addAll(choices.stream().map(choice -> choice | bit).toList());
            }
        }
        return choices;
    }

    private static boolean contains(int set, int field) {
        return (set >> field & 1) == 1;
    }

    private float similarity(int present, int equal) {
        int width = fields.stream().mapToInt(field -> field.values().size()).sum();
        float[] first = new float[width];
        float[] second = new float[width];
        int column = 0;
        for (int field = 0; field < fields.size(); field++) {
            MetadataField current = fields.get(field);
            if (contains(present, field)) {
                boolean same = !varies(current) || contains(equal, field);
                first[column] = 1;
                second[same ? column : column + 1] = 1;
            }
            column += current.values().size();
        }
        return affinity.similarity(first, second);
    }
}
