/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Collects what is wrong with the rows of a table, so that all of it is told at once. */
final class ManifestProblems {

    private static final int SHOWN = 5;

    /** The ways in which a row can be wrong. */
    enum Kind {
        RAGGED("rows have not as many values as the header; quote values that hold a comma"),
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

    private record Found(int count, List<String> first) {}

    private final Path table;
    private final Path root;
    private final Map<Kind, Found> found = new EnumMap<>(Kind.class);

    ManifestProblems(Path table, Path root) {
        this.table = table;
        this.root = root;
    }

    /**
     * @param what the value that is wrong; may be empty
     */
    void add(Kind kind, long line, String what) {
        Found before = found.getOrDefault(kind, new Found(0, List.of()));
        List<String> first = new ArrayList<>(before.first());
        if (first.size() < SHOWN) {
            first.add(("line %d %s".formatted(line, what)).strip());
        }
        found.put(kind, new Found(before.count() + 1, first));
    }

    /**
     * @param rows how many there are
     * @throws ModanException if anything was added
     */
    void throwIfAny(int rows) {
        if (found.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>();
        found.forEach((kind, problem) -> texts.add(describe(kind, problem)));
        throw new ModanException(
                ErrorCode.DATASET,
                "manifest: %s (%d rows, root %s): %s"
                        .formatted(table, rows, root, String.join("; ", texts)));
    }

    private static String describe(Kind kind, Found problem) {
        int more = problem.count() - problem.first().size();
        return "%d %s: %s%s"
                .formatted(
                        problem.count(),
                        kind.text,
                        String.join(", ", problem.first()),
                        more > 0 ? " and %d more".formatted(more) : "");
    }
}
