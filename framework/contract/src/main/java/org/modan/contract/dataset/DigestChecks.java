/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/**
 * That a digest stands for what an image is. The host finds cached pixels and finished cells by it:
 * one that changes costs time, one that does not tell images apart costs the truth.
 */
final class DigestChecks {

    private final DatasetOpening opening;

    DigestChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("opened twice, an image has the same digest", this::staysTheSame),
                new Check("images of one digest have the same pixels", this::tellsImagesApart));
    }

    private void staysTheSame() {
        ImageDigests first = digests();
        first.requireSame(digests(), "opened a second time");
    }

    private void tellsImagesApart() {
        try (DatasetAdapter adapter = opening.open()) {
            List<Sample> samples = ImagePick.of(DatasetIndex.of(adapter).samples());
            ImageDigests digests = ImageDigests.of(adapter, samples);
            SeenImages seen = SeenImages.read(adapter, samples);
            Map<String, String> firstOfDigest = new HashMap<>();
            digests.byId()
                    .forEach(
                            (id, digest) -> {
                                String first = firstOfDigest.computeIfAbsent(digest, key -> id);
                                if (!seen.byId().get(first).equals(seen.byId().get(id))) {
                                    throw new ContractViolation(
                                            "%s and %s have the digest %s but other pixels; the host would take one for the other"
                                                    .formatted(first, id, digest));
                                }
                            });
        }
    }

    private ImageDigests digests() {
        try (DatasetAdapter adapter = opening.open()) {
            return ImageDigests.of(adapter, ImagePick.of(DatasetIndex.of(adapter).samples()));
        }
    }
}
