/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which slices of a volume become images: {@code middle}, {@code all}, or such as {@code 18,19}.
 */
record SliceChoice(String word) {

    private static final Pattern WORD = Pattern.compile("middle|all|[0-9]{1,6}( *, *[0-9]{1,6})*");

    /** Whether a text is a choice. */
    static boolean isValid(String word) {
        return WORD.matcher(word).matches();
    }

    /**
     * The indices wanted, from 0 and rising; they may lie beyond the volume's end.
     *
     * @param slices how many there are; the middle one of an even number is the later
     */
    List<Integer> of(int slices) {
        return switch (word) {
            case "middle" -> List.of(slices / 2);
            case "all" -> IntStream.range(0, slices).boxed().toList();
            default ->
                    Arrays.stream(word.split(","))
                            .map(index -> Integer.valueOf(index.strip()))
                            .distinct()
                            .sorted()
                            .toList();
        };
    }
}
