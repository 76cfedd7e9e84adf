/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static java.util.Objects.requireNonNull;

import org.modan.datasets.files.CsvTable;
import org.modan.datasets.files.Problems;

/** Collects what is wrong with the rows of a table, so that all of it is told at once. */
final class ManifestProblems {

    /** The ways in which a row can be wrong. */
    enum Kind {
        RAGGED(CsvTable.RAGGED),
        NO_PATH("rows have no path"),
        OUTSIDE("paths leave the root; mend them, or set allow-outside: true"),
        MISSING("files are not there; mend the paths, or set root to the folder they start from"),
        TWICE("paths are listed more than once; remove all rows but one"),
        FOREIGN_LABEL("labels are none of classes; mend them, or add them to classes");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private final ManifestLocation location;
    private final Problems problems = new Problems("manifest");

    ManifestProblems(ManifestLocation location) {
        this.location = requireNonNull(location, "location is null");
    }

    /**
     * @param what the value that is wrong; may be empty
     */
    void add(Kind kind, long line, String what) {
        problems.add(kind.text, "line %d %s".formatted(line, what).strip());
    }

    /**
     * @param rows how many there are
     * @throws org.modan.spi.ModanException if anything was added
     */
    void throwIfAny(int rows) {
        problems.refuse(
                "%s cannot be used as it is (%d rows, root %s)"
                        .formatted(location.table(), rows, location.root()));
    }
}
