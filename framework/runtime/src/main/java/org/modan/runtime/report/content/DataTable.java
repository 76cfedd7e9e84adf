/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.stored.TaskFolds;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;
import org.modan.runtime.report.table.Table.Cell;
import org.modan.runtime.report.table.Table.Column;
import org.modan.runtime.report.table.Table.Row;
import org.modan.runtime.report.text.Numbers;
import tools.jackson.databind.JsonNode;

/** What encoders were pretrained on, and what they were tried on. */
final class DataTable {

    private DataTable() {}

    static Table of(Study study) {
        List<Row> rows = new ArrayList<>();
        corpus(study.run()).ifPresent(rows::add);
        study.run().tasks().forEach(task -> rows.add(row(study.run(), task)));
        return new Table(
                "data",
                "Images",
                List.of(
                        new Column("", "dataset", false),
                        new Column("", "used for", false),
                        new Column("", "images", true),
                        new Column("", "of which", false),
                        new Column("", "groups", true),
                        new Column("", "folds", true),
                        new Column("", "repeats", true)),
                rows,
                List.of(
                        "Groups are patients or exams: no group is on both sides of a split. Without groups, images of one patient may be."));
    }

    private static Optional<Row> corpus(StoredRun run) {
        Optional<String> dataset = run.settings().find("corpus", "dataset");
        if (dataset.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> metadata =
                run.cells().values().stream()
                        .map(cell -> cell.provenance().path("metadata"))
                        .filter(node -> node.path("images").isNumber())
                        .findFirst();
        return Optional.of(
                new Row(
                        List.of(
                                Cell.of("corpus (%s)".formatted(dataset.get())),
                                Cell.of("pretraining"),
                                Cell.of(
                                        metadata.map(
                                                        node ->
                                                                Integer.toString(
                                                                        node.path("images")
                                                                                .asInt()))
                                                .orElse(Numbers.NOTHING)),
                                Cell.of(metadata.map(DataTable::fields).orElse(Numbers.NOTHING)),
                                Cell.of(Numbers.NOTHING),
                                Cell.of(Numbers.NOTHING),
                                Cell.of(Numbers.NOTHING)),
                        false));
    }

    /** {@code modality: CT 150, MR 150; anatomy: ...}. */
    private static String fields(JsonNode metadata) {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : metadata.path("fields")) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < field.path("values").size(); i++) {
                values.add(
                        "%s %d"
                                .formatted(
                                        field.path("values").path(i).asString(""),
                                        field.path("images").path(i).asInt(0)));
            }
            int without = field.path("images-without").asInt(0);
            if (without > 0) {
                values.add("without %d".formatted(without));
            }
            fields.add(
                    "%s: %s".formatted(field.path("name").asString(""), String.join(", ", values)));
        }
        return String.join("; ", fields);
    }

    private static Row row(StoredRun run, TaskFolds task) {
        List<String> classes = classes(run, task.task());
        Map<String, Integer> counts = new LinkedHashMap<>();
        task.images()
                .forEach(
                        (label, images) ->
                                counts.put(
                                        label.matches("[01]") && classes.size() == 2
                                                ? classes.get(Integer.parseInt(label))
                                                : "label " + label,
                                        images));
        List<String> parts = new ArrayList<>();
        counts.forEach((name, images) -> parts.add("%s %d".formatted(name, images)));
        return new Row(
                List.of(
                        Cell.of(task.task()),
                        Cell.of("evaluation"),
                        Cell.of(Integer.toString(task.total())),
                        Cell.of(String.join(", ", parts)),
                        Cell.of(task.groups() == 0 ? "none" : Integer.toString(task.groups())),
                        Cell.of(Integer.toString(task.folds())),
                        Cell.of(Integer.toString(task.repeats()))),
                false);
    }

    private static List<String> classes(StoredRun run, String task) {
        return run.cells().values().stream()
                .filter(
                        cell ->
                                cell.result()
                                        .path("identity")
                                        .path("task")
                                        .asString("")
                                        .equals(task))
                .map(StoredCell::classes)
                .filter(classes -> !classes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
