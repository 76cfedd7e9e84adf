/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Sample;

/** That a dataset leaves nothing open, and is closed once it is closed. */
final class ClosingChecks {

    private static final int NAMED = 3;

    private final DatasetOpening opening;

    ClosingChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("no file is left open after close()", this::closesItsFiles),
                new Check("close() may be called twice", this::closesTwice));
    }

    private void closesItsFiles() throws IOException {
        if (opening.locations().isEmpty()) {
            throw new NotChecked("no option says where files lie");
        }
        OpenFiles files = new OpenFiles(opening.locations().values());
        List<Path> before = files.now();
        try (DatasetAdapter adapter = opening.open()) {
            List<Sample> picked = ImagePick.of(DatasetIndex.of(adapter).samples());
            SeenImages.read(adapter, picked);
            ImageDigests.of(adapter, picked);
        }
        List<Path> left = new ArrayList<>(files.now());
        before.forEach(left::remove);
        if (!left.isEmpty()) {
            throw new ContractViolation(
                    "still open after close(): %s; close streams, those of Files.list and Files.walk too, with try-with-resources"
                            .formatted(names(left)));
        }
    }

    private static String names(List<Path> files) {
        List<String> names = files.stream().map(Path::toString).distinct().toList();
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED
                ? "%s and %d more".formatted(first, names.size() - NAMED)
                : first;
    }

    private void closesTwice() {
        DatasetAdapter adapter = opening.open();
        adapter.close();
        try {
            adapter.close();
        } catch (RuntimeException e) {
            throw new ContractViolation(
                    "close() threw %s when it was called again".formatted(AdapterCall.describe(e)),
                    e);
        }
    }
}
