/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/**
 * What an adapter says images are digests of.
 *
 * @param byId in the order in which it was asked
 */
record ImageDigests(Map<String, String> byId) {

    ImageDigests {
        byId = new LinkedHashMap<>(byId);
    }

    /**
     * @throws ContractViolation if it has none for an image, or a blank one
     */
    static ImageDigests of(DatasetAdapter adapter, List<Sample> samples) {
        Map<String, String> digests = new LinkedHashMap<>();
        for (Sample sample : samples) {
            digests.put(sample.id(), digest(adapter, sample));
        }
        return new ImageDigests(digests);
    }

    /**
     * @throws ContractViolation if there is none, or a blank one
     */
    static String digest(DatasetAdapter adapter, Sample sample) {
        String call = "contentDigest(%s)".formatted(sample.id());
        String digest = AdapterCall.of(call, () -> adapter.contentDigest(sample));
        if (digest.isBlank()) {
            throw new ContractViolation(call + " is blank");
        }
        return digest;
    }

    /**
     * @param other of the same images
     * @param when starts the sentence
     * @throws ContractViolation if an image had another one then
     */
    void requireSame(ImageDigests other, String when) {
        byId.forEach(
                (id, digest) -> {
                    if (!digest.equals(other.byId.get(id))) {
                        throw new ContractViolation(
                                "%s, contentDigest(%s) is %s, not %s; make it of what the image's file holds"
                                        .formatted(when, id, other.byId.get(id), digest));
                    }
                });
    }
}
