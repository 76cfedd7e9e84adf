/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sizes of the images that can be read.
 *
 * @param different how many there are
 * @param smallest by its number of pixels
 * @param largest by its number of pixels
 * @param commonest the smallest of those that most images have
 * @param images that have it
 */
public record Sizes(
        int different, PixelSize smallest, PixelSize largest, PixelSize commonest, int images) {

    /** Empty if no image can be read. */
    static Optional<Sizes> of(List<Sighting> seen) {
        TreeMap<PixelSize, Integer> counts = new TreeMap<>();
        seen.forEach(one -> counts.merge(one.size(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        int most = Collections.max(counts.values());
        PixelSize commonest =
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() == most)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return Optional.of(
                new Sizes(counts.size(), counts.firstKey(), counts.lastKey(), commonest, most));
    }
}
