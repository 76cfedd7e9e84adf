/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/**
 * That a dataset is the same wherever its files lie: what one machine has trained another must not
 * train again, and folds must not change on the way.
 */
final class PortabilityChecks {

    private final DatasetOpening opening;
    private final PlacesOnThisMachine places;

    PortabilityChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
        this.places = new PlacesOnThisMachine(opening.locations().values());
    }

    List<Check> checks() {
        return List.of(
                new Check("ids are the same on every machine", this::idsArePortable),
                new Check("groups and values name no place on this machine", this::valuesNameNone),
                new Check("digests name no place on this machine", this::digestsNameNone),
                new Check("a copy of its files elsewhere is the same dataset", this::copyIsSame));
    }

    private void idsArePortable() {
        opening.index().requireOfEach(this::idOfThisMachine);
    }

    private Optional<String> idOfThisMachine(Sample sample) {
        return places.problemOf(sample.id())
                .map(
                        problem ->
                                "the id \"%s\" %s; folds and results name images by id, so use the path below the dataset's root, with forward slashes"
                                        .formatted(sample.id(), problem));
    }

    private void valuesNameNone() {
        opening.index().requireOfEach(this::valueWithPlace);
    }

    private Optional<String> valueWithPlace(Sample sample) {
        Map<String, String> values = new TreeMap<>(sample.metadata());
        sample.group().ifPresent(group -> values.put("the group", group));
        return values.entrySet().stream()
                .flatMap(value -> place(sample, value.getKey(), value.getValue()).stream())
                .findFirst();
    }

    private void digestsNameNone() {
        try (DatasetAdapter adapter = opening.open()) {
            DatasetIndex index = DatasetIndex.of(adapter);
            new DatasetIndex(index.info(), ImagePick.of(index.samples()))
                    .requireOfEach(
                            sample ->
                                    place(
                                            sample,
                                            "the digest",
                                            ImageDigests.digest(adapter, sample)));
        }
    }

    private Optional<String> place(Sample sample, String what, String text) {
        return places.isIn(text)
                ? Optional.of(
                        "%s of %s is \"%s\", which holds where the dataset lies: on another machine it would be another dataset"
                                .formatted(what, sample.id(), text))
                : Optional.empty();
    }

    private void copyIsSame() throws IOException {
        if (opening.locations().isEmpty()) {
            throw new NotChecked("no option says where files lie");
        }
        try (ScratchFolder scratch = new ScratchFolder()) {
            Map<String, Path> copies = new FileCopy(opening.locations()).into(scratch.path());
            try (DatasetAdapter here = opening.open();
                    DatasetAdapter there = openAt(copies)) {
                requireSame(here, there);
            }
        }
    }

    /** Files may name others by where these lie; then there is no copy to be had. */
    private DatasetAdapter openAt(Map<String, Path> copies) {
        try {
            return opening.at(copies).tryToOpen();
        } catch (ModanException e) {
            throw new NotChecked("a copy of its files is refused: " + e.getMessage(), e);
        }
    }

    private static void requireSame(DatasetAdapter here, DatasetAdapter there) {
        DatasetIndex index = DatasetIndex.of(here);
        DatasetIndex copy = DatasetIndex.of(there);
        Optional<String> difference = index.differenceIn(copy);
        if (difference.isPresent()) {
            throw new ContractViolation(
                    "in a copy at another place %s; sort what a file system lists, and use paths below the root"
                            .formatted(difference.get()));
        }
        ImageDigests.of(here, ImagePick.of(index.samples()))
                .requireSame(
                        ImageDigests.of(there, ImagePick.of(copy.samples())),
                        "in a copy at another place");
    }
}
