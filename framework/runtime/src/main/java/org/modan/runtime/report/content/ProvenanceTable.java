/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import tools.jackson.databind.JsonNode;

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
        List<Row> rows = new ArrayList<>();
        facts.forEach(
                (name, fact) -> rows.addAll(rows(name, run.cells().values().stream().map(fact))));
        rows.addAll(
                rows("plugin", run.cells().values().stream().flatMap(ProvenanceTable::plugins)));
        return new Table(
                "provenance",
                "Code and machine",
                List.of(new Column("", "what", false), new Column("", "value", false)),
                rows,
                List.of());
    }

    private static List<Row> rows(String name, Stream<String> values) {
        return values.map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .map(value -> new Row(List.of(Cell.of(name), Cell.of(value)), false))
                .toList();
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

    private static Stream<String> plugins(StoredCell cell) {
        // Cells of earlier versions name the plugin of their own extension only.
        return Stream.concat(
                        cell.provenance().path("plugins").valueStream(),
                        Stream.of(cell.provenance().path("plugin")))
                .filter(plugin -> plugin.has("id"))
                .map(ProvenanceTable::plugin);
    }

    private static String plugin(JsonNode plugin) {
        return "%s %s, SHA-256 %s"
                .formatted(
                        plugin.path("id").asString(""),
                        plugin.path("version").asString(""),
                        plugin.path("sha256").asString(""));
    }
}
