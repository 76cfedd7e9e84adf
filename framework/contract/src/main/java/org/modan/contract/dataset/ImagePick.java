/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.Sample;

/**
 * Images to look at closely where there are too many to look at all: pairs of neighbours, spread
 * evenly from the first to the last, as neighbours are the ones to be mistaken for each other.
 */
final class ImagePick {

    /** How many images are picked at most. */
    static final int MOST = 16;

    private ImagePick() {}

    /** All of a few, else {@link #MOST}, in their order. */
    static List<Sample> of(List<Sample> samples) {
        if (samples.size() <= MOST) {
            return List.copyOf(samples);
        }
        int pairs = MOST / 2;
        long lastStart = samples.size() - 2;
        List<Sample> picked = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            int start = (int) (lastStart * pair / (pairs - 1));
            picked.add(samples.get(start));
            picked.add(samples.get(start + 1));
        }
        return List.copyOf(picked);
    }
}
