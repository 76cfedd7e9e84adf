/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.modan.datasets.files.CsvTable.Row;
import org.modan.spi.Sample;

/** Turns the rows of a table into entries, and files what is wrong with them. */
final class ManifestReader {

    /**
     * One image as the table has it.
     *
     * @param line its row
     * @param id its path below the root
     * @param label its class's name; empty where there is none
     * @param group its patient or exam; empty where there is none
     * @param metadata field -> value
     */
    record Entry(
            long line,
            String id,
            Optional<String> label,
            Optional<String> group,
            Map<String, String> metadata) {}

    private final int width;
    private final ManifestColumns columns;
    private final ManifestPaths paths;
    private final ManifestProblems problems;
    private final List<Entry> entries = new ArrayList<>();

    /** Values repeat from row to row; each is kept in memory once. */
    private final Map<String, String> values = new HashMap<>();

    private int rows;

    /**
     * @param width how many columns the header has
     */
    ManifestReader(
            int width, ManifestColumns columns, ManifestPaths paths, ManifestProblems problems) {
        this.width = width;
        this.columns = requireNonNull(columns, "columns is null");
        this.paths = requireNonNull(paths, "paths is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    void read(Row row) {
        rows++;
        List<String> cells = row.cells();
        if (cells.size() != width) {
            problems.add(
                    ManifestProblems.Kind.RAGGED,
                    row.line(),
                    "(%d instead of %d)".formatted(cells.size(), width));
            return;
        }
        paths.idOf(cells.get(columns.path()), row.line())
                .ifPresent(id -> entries.add(entry(row.line(), id, cells)));
    }

    /** How many rows were read, with or without problems. */
    int rows() {
        return rows;
    }

    List<Entry> entries() {
        return entries;
    }

    private Entry entry(long line, String id, List<String> cells) {
        Map<String, String> metadata = new HashMap<>();
        for (Map.Entry<String, Integer> field : columns.metadata()) {
            metadata.put(field.getKey(), once(cells.get(field.getValue())));
        }
        return new Entry(
                line,
                id,
                given(columns.label(), cells),
                given(columns.group(), cells).filter(Sample::isKnown),
                metadata);
    }

    /** A class may well be called {@code unknown}, a patient or a device may not. */
    private Optional<String> given(OptionalInt column, List<String> cells) {
        return column.stream()
                .mapToObj(cells::get)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(this::once);
    }

    private String once(String value) {
        return values.computeIfAbsent(value, first -> first);
    }
}
