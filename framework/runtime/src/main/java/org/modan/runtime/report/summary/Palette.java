/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Colours of nominal values: told apart on white and in the dark, and without any order. */
public final class Palette {

    /** Of a value that has no colour of its own, or of none. */
    public static final int OTHER = 0x9aa3ab;

    private static final int[] COLOURS = {
        0x3f86c9, 0xe8833a, 0x4fa35a, 0xd1495b, 0x8c6bb1, 0x9c7a5b, 0xd872b0, 0xa8a53a,
        0x2fa9b8, 0x6d7fe0, 0xc7a02c, 0x5fb894, 0xb5508f, 0x7a93ac, 0xb86b4b, 0x7fb04a,
        0xe07f86, 0x4d7d7f, 0xa58ad6, 0xc99a6b, 0x3aa0e0, 0x8f8f5a, 0xd95f9a, 0x6fa8a0
    };

    private Palette() {}

    /** How many values have a colour of their own. */
    public static int size() {
        return COLOURS.length;
    }

    /** The colour of the value at a place, as {@code 0xRRGGBB}. */
    public static int colour(int place) {
        return place >= 0 && place < COLOURS.length ? COLOURS[place] : OTHER;
    }

    /**
     * The distinct values in the order of their colours: by name or, if there are more than
     * colours, the frequent ones first.
     */
    static List<String> order(List<String> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.stream()
                .filter(text -> !text.isEmpty())
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        List<String> names = List.copyOf(counts.keySet());
        if (names.size() <= COLOURS.length) {
            return names;
        }
        Comparator<String> frequentFirst =
                Comparator.comparingInt((String name) -> counts.get(name)).reversed();
        return names.stream().sorted(frequentFirst.thenComparing(name -> name)).toList();
    }
}
