/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name a user probably meant. */
public final class DidYouMean {

    private static final int ALWAYS_NEAR = 2;
    private static final int LETTERS_PER_ERROR = 3;
    private static final int SHORTEST_PREFIX = 3;

    private DidYouMean() {}

    /**
     * The nearest of the known names, if one is near enough: at most two slips of the typist, or
     * one in three letters of a longer word; otherwise one that begins with what was given, or the
     * other way round. Of equally near names the first in alphabetical order is taken, so the
     * answer does not depend on the collection's order.
     */
    public static Optional<String> suggest(String given, Collection<String> known) {
        String wanted = fold(given);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Comparator<String> nearestFirst =
                Comparator.<String>comparingInt(name -> distance(wanted, fold(name)))
                        .thenComparing(Comparator.naturalOrder());
        Optional<String> near =
                known.stream().filter(name -> isNear(wanted, fold(name))).min(nearestFirst);
        return near.or(
                () ->
                        known.stream()
                                .filter(name -> isPrefix(wanted, fold(name)))
                                .min(nearestFirst));
    }

    /**
     * What to say of a name that nothing has: {@code did you mean simclr?}, or {@code choose from}
     * all there are where none is near.
     *
     * @param known not empty
     */
    public static String hint(String given, Collection<String> known) {
        return suggest(given, known)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "choose from " + String.join(", ", known));
    }

    /**
     * The optimal string alignment distance: insertions, deletions, substitutions and swaps of
     * neighbours that turn one text into the other (Damerau 1964, without edits inside a swap).
     */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                best = Math.min(best, cost[i - 1][j - 1] + substitution);
                if (isSwap(a, i, b, j)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[a.length()][b.length()];
    }

    private static boolean isSwap(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }

    private static boolean isNear(String wanted, String name) {
        int longer = Math.max(wanted.length(), name.length());
        int slips = Math.max(ALWAYS_NEAR, longer / LETTERS_PER_ERROR);
        // Every two-letter word is two slips from every other; something must be left in common.
        return distance(wanted, name) <= Math.min(slips, longer / 2);
    }

    private static boolean isPrefix(String wanted, String name) {
        return Math.min(wanted.length(), name.length()) >= SHORTEST_PREFIX
                && (name.startsWith(wanted) || wanted.startsWith(name));
    }

    /** People write batch_size and batchSize for batch-size: neither is a slip to be counted. */
    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }
}
