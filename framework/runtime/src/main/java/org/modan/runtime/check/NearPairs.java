/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.List;

/**
 * The pairs of images that show the same though their bytes differ.
 *
 * @param pairs how many there are
 * @param images how many images are in some of them
 * @param acrossClasses how many pairs are of two classes
 * @param acrossGroups how many pairs are of two groups
 * @param gravest at most {@link #NAMED} of them: those across classes first, then those across
 *     groups, the most similar first
 */
public record NearPairs(
        long pairs, int images, long acrossClasses, long acrossGroups, List<NearPair> gravest) {

    /** Pairs that are kept: a film of one patient has more than anybody can look at. */
    public static final int NAMED = 1000;

    public NearPairs {
        gravest = List.copyOf(gravest);
    }
}
