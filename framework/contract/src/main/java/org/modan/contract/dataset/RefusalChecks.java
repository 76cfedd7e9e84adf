/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** That a dataset which is not where its options say is refused in words a user can act on. */
final class RefusalChecks {

    private static final Set<ErrorCode> A_USERS =
            Set.of(ErrorCode.CONFIGURATION, ErrorCode.DATASET);

    private final DatasetOpening opening;

    RefusalChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("a place that is not there is refused by name", this::refusesNothing),
                new Check("an empty folder is refused by name", this::refusesEmptyFolder));
    }

    private void refusesNothing() throws IOException {
        try (ScratchFolder scratch = new ScratchFolder()) {
            requireRefusal(scratch.path().resolve("not-there"), "a path that is not there");
        }
    }

    private void refusesEmptyFolder() throws IOException {
        try (ScratchFolder scratch = new ScratchFolder()) {
            requireRefusal(scratch.path(), "an empty folder");
        }
    }

    /** Points all options that name a place to the same one. */
    private void requireRefusal(Path place, String what) {
        Map<String, Path> places = new TreeMap<>();
        opening.locations().keySet().forEach(option -> places.put(option, place));
        if (places.isEmpty()) {
            throw new NotChecked("no option says where files lie");
        }
        String when = "with %s at %s".formatted(String.join(" and ", places.keySet()), what);
        DatasetAdapter opened;
        try {
            opened = opening.at(places).tryToOpen();
        } catch (ModanException e) {
            requireForUser(e, place, when);
            return;
        } catch (RuntimeException | LinkageError e) {
            throw new ContractViolation(
                    "%s it threw %s; a user needs a ModanException that says what was expected, where, and what to do"
                            .formatted(when, AdapterCall.describe(e)),
                    e);
        }
        try (opened) {
            refuseOpened(opened, when);
        }
    }

    private static void refuseOpened(DatasetAdapter opened, String when) {
        if (opened != null && !DatasetIndex.of(opened).samples().isEmpty()) {
            throw new NotChecked(when + " it lists images all the same, so they lie elsewhere");
        }
        throw new ContractViolation(
                "%s it opens, without an image; open(options, context) must throw a ModanException that says what was expected there"
                        .formatted(when));
    }

    private static void requireForUser(ModanException refusal, Path place, String when) {
        if (!A_USERS.contains(refusal.code())) {
            throw new ContractViolation(
                    "%s it threw a ModanException of %s; it must be of DATASET or CONFIGURATION"
                            .formatted(when, refusal.code()),
                    refusal);
        }
        if (refusal.getMessage() == null || !refusal.getMessage().contains(place.toString())) {
            throw new ContractViolation(
                    "%s the message does not name it (%s): %s"
                            .formatted(when, place, refusal.getMessage()),
                    refusal);
        }
    }
}
