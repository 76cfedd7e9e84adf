/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;

/** Which code ran on which machine, and what identifies its encoders. */
final class ProvenanceTable {

    private ProvenanceTable() {}

    /** Each fact once, with all the values the cells have of it. */
    static Table of(StoredRun run) {
        Map<String, Function<StoredCell, String>> facts = new LinkedHashMap<>();
        facts.put("Modan", StoredCell::modan);
        facts.put("engine", ProvenanceTable::engine);
        facts.put("device", cell -> cell.text("engine/device"));
        facts.put("processor", cell -> cell.text("engine/processor"));
        facts.put("threads", cell -> cell.text("engine/threads"));
        facts.put("Java", cell -> cell.text("java"));
        facts.put("system", cell -> "%s %s".formatted(cell.text("os"), cell.text("architecture")));
        facts.put("plugin", ProvenanceTable::plugin);
        List<Row> rows = new ArrayList<>();
        facts.forEach(
                (name, fact) -> {
                    Set<String> values = new TreeSet<>();
                    run.cells().values().stream()
                            .map(fact)
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .forEach(values::add);
                    values.forEach(
                            value ->
                                    rows.add(
                                            new Row(
                                                    List.of(Cell.of(name), Cell.of(value)),
                                                    false)));
                });
        return new Table(
                "provenance",
                "Code and machine",
                List.of(new Column("", "what", false), new Column("", "value", false)),
                rows,
                List.of());
    }

    /** The weights of each arm. */
    static Table encoders(StoredRun run) {
        List<Row> rows = new ArrayList<>();
        run.encoders()
                .forEach(
                        (arm, folder) ->
                                rows.add(
                                        new Row(
                                                List.of(
                                                        Cell.of(arm),
                                                        Cell.of(
                                                                "cells/%s/encoder.safetensors"
                                                                        .formatted(folder)),
                                                        Cell.of(
                                                                run.encoder(arm)
                                                                        .map(
                                                                                cell ->
                                                                                        cell.result()
                                                                                                .path(
                                                                                                        "artefact")
                                                                                                .asString(
                                                                                                        ""))
                                                                        .orElse(""))),
                                                false)));
        return new Table(
                "encoders",
                "Encoders",
                List.of(
                        new Column("", "arm", false),
                        new Column("", "file", false),
                        new Column("", "SHA-256 of its weights", false)),
                rows,
                List.of());
    }

    private static String engine(StoredCell cell) {
        String name = cell.text("engine/name");
        return name.isEmpty()
                ? ""
                : "%s %s, DJL %s"
                        .formatted(name, cell.text("engine/libtorch"), cell.text("engine/djl"));
    }

    private static String plugin(StoredCell cell) {
        String id = cell.text("plugin/id");
        return id.isEmpty()
                ? ""
                : "%s %s, SHA-256 %s"
                        .formatted(id, cell.text("plugin/version"), cell.text("plugin/sha256"));
    }
}
