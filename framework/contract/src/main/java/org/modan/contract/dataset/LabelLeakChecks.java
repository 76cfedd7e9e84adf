/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Supplier;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Sample;

/**
 * That an image's label decides nothing of the image: an evaluator is kept from the labels of a
 * test part, but reads its pixels. Asks for images under another label than theirs; what an adapter
 * remembers by id stays out of its sight.
 */
final class LabelLeakChecks {

    private final DatasetOpening opening;

    LabelLeakChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("an image's label changes none of its pixels", this::keepsPixels),
                new Check("an image's label changes nothing of its digest", this::keepsDigests));
    }

    private void keepsPixels() {
        try (DatasetAdapter adapter = opening.open()) {
            for (Relabelled image : relabelled(adapter)) {
                SeenImage own = SeenImage.read(adapter, image.sample());
                SeenImage other = underOtherLabel(() -> SeenImage.read(adapter, image.other()));
                if (!other.equals(own)) {
                    throw new ContractViolation(
                            "%s, read as %s instead of %s, has the pixels %s, not %s; whoever looks at them could tell the label, so read an image by its id"
                                    .formatted(
                                            image.sample().id(),
                                            image.otherClass(),
                                            image.ownClass(),
                                            other,
                                            own));
                }
            }
        }
    }

    private void keepsDigests() {
        try (DatasetAdapter adapter = opening.open()) {
            for (Relabelled image : relabelled(adapter)) {
                String own = ImageDigests.digest(adapter, image.sample());
                String other = underOtherLabel(() -> ImageDigests.digest(adapter, image.other()));
                if (!own.equals(other)) {
                    throw new ContractViolation(
                            "contentDigest(%s) is %s for %s and %s for %s; copies of one image under two labels would pass for two images, so make it of what the image's file holds"
                                    .formatted(
                                            image.sample().id(),
                                            own,
                                            image.ownClass(),
                                            other,
                                            image.otherClass()));
                }
            }
        }
    }

    private static List<Relabelled> relabelled(DatasetAdapter adapter) {
        DatasetIndex index = DatasetIndex.of(adapter);
        List<Sample> labelled =
                index.samples().stream().filter(sample -> sample.label().isPresent()).toList();
        if (labelled.isEmpty() || index.info().classes().size() < 2) {
            throw new NotChecked("no image has one of several labels");
        }
        return ImagePick.of(labelled).stream()
                .map(sample -> Relabelled.of(sample, index.info()))
                .toList();
    }

    /**
     * What the adapter gives for the image under the other label. It need not give anything: the
     * host hands over none but the adapter's own samples, and files may lie by class.
     */
    private static <T> T underOtherLabel(Supplier<T> call) {
        try {
            return call.get();
        } catch (ContractViolation e) {
            throw new NotChecked("under another label, " + e.getMessage(), e);
        }
    }

    /** An image, and the same one under the label of another class. */
    private record Relabelled(Sample sample, Sample other, String ownClass, String otherClass) {

        static Relabelled of(Sample sample, DatasetInfo info) {
            List<String> classes = info.classes();
            int own = Math.floorMod(sample.label().getAsInt(), classes.size());
            int next = (own + 1) % classes.size();
            Sample.Builder other =
                    Sample.withId(sample.id()).label(next).metadata(sample.metadata());
            sample.group().ifPresent(other::group);
            return new Relabelled(sample, other.build(), classes.get(own), classes.get(next));
        }
    }
}
