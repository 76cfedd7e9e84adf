/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.modan.datasets.files.NearestName;

/**
 * Which slices of a volume become images: {@code middle}, {@code all}, or indices.
 *
 * @param words one of these two, or the indices as texts
 */
record SliceChoice(List<String> words) {

    /** What a choice is; completes the sentence "must be ...". */
    static final String EXPECTED = "middle, all, or indices from 0";

    private static final String MIDDLE = "middle";
    private static final String ALL = "all";
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    SliceChoice {
        words = List.copyOf(words);
    }

    /** Of texts that hold one word each, or several between commas: {@code 18,19}. */
    static SliceChoice parse(List<String> texts) {
        return new SliceChoice(
                texts.stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(String::strip)
                        .toList());
    }

    /**
     * Whether texts are a choice.
     *
     * @throws IllegalArgumentException naming the first word that is none
     */
    static boolean isValid(List<String> texts) {
        List<String> words = parse(texts).words();
        if (words.equals(List.of(MIDDLE)) || words.equals(List.of(ALL))) {
            return true;
        }
        for (String word : words) {
            if (!INDEX.matcher(word).matches()) {
                throw new IllegalArgumentException(
                        "must be %s, not '%s'%s"
                                .formatted(EXPECTED, word, words.size() == 1 ? meant(word) : ""));
            }
        }
        return !words.isEmpty();
    }

    /**
     * The indices wanted, from 0 and rising; they may lie beyond the volume's end.
     *
     * @param slices how many there are; the middle one of an even number is the later
     */
    List<Integer> of(int slices) {
        return switch (words.get(0)) {
            case MIDDLE -> List.of(slices / 2);
            case ALL -> IntStream.range(0, slices).boxed().toList();
            default -> words.stream().map(Integer::valueOf).distinct().sorted().toList();
        };
    }

    /** As a user would write it. */
    @Override
    public String toString() {
        return String.join(", ", words);
    }

    private static String meant(String word) {
        return NearestName.of(word, List.of(MIDDLE, ALL))
                .map(near -> "; did you mean %s?".formatted(near))
                .orElse("");
    }
}
