/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;

/** That a dataset lists the same images whenever it is asked. */
final class RepeatedListingChecks {

    private final DatasetOpening opening;

    RepeatedListingChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("asked twice, it lists the same images in order", this::askedTwice),
                new Check(
                        "opened twice, it lists the same images in order and knows the same of them",
                        this::openedTwice));
    }

    private void askedTwice() {
        try (DatasetAdapter adapter = opening.open()) {
            DatasetIndex first = DatasetIndex.of(adapter);
            requireNone(first.differenceIn(DatasetIndex.of(adapter)), "asked a second time");
        }
    }

    private void openedTwice() {
        DatasetIndex first = opening.index();
        try (DatasetAdapter second = opening.open()) {
            requireNone(first.differenceIn(DatasetIndex.of(second)), "opened a second time");
        }
    }

    private static void requireNone(Optional<String> difference, String when) {
        if (difference.isPresent()) {
            throw new ContractViolation(
                    "%s, %s; sort what a file system or a hash map lists"
                            .formatted(when, difference.get()));
        }
    }
}
