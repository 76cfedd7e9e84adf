/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/**
 * Images of a dataset as they were once read.
 *
 * @param byId in the order in which they were read
 */
record SeenImages(Map<String, SeenImage> byId) {

    SeenImages {
        byId = new LinkedHashMap<>(byId);
    }

    /**
     * Reads images one by one.
     *
     * @throws ContractViolation if one cannot be read
     */
    static SeenImages read(DatasetAdapter adapter, List<Sample> samples) {
        Map<String, SeenImage> seen = new LinkedHashMap<>();
        for (Sample sample : samples) {
            seen.put(sample.id(), SeenImage.read(adapter, sample));
        }
        return new SeenImages(seen);
    }

    /**
     * @param other of the same images
     * @param when completes "NAME ..."
     * @throws ContractViolation if an image was another then
     */
    void requireSame(SeenImages other, String when) {
        byId.forEach(
                (id, image) -> {
                    SeenImage then = other.byId.get(id);
                    if (!image.equals(then)) {
                        throw new ContractViolation(
                                "%s %s: its pixels are %s, not %s"
                                        .formatted(id, when, then, image));
                    }
                });
    }
}
