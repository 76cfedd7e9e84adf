/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.modan.runtime.text.Reasons;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what cells have left beside their results. */
final class CellFolders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Consumer<String> problems;

    CellFolders(Path folder, Consumer<String> problems) {
        this.folder = requireNonNull(folder, "folder is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    /** Those of the given names that are there. */
    Map<String, StoredCell> read(Set<String> names) {
        Map<String, StoredCell> cells = new LinkedHashMap<>();
        int absent = 0;
        for (String name : names) {
            // A damaged table could name a folder outside of this one.
            if (!name.matches("[0-9a-zA-Z_-]+") || !Files.isDirectory(folder.resolve(name))) {
                absent++;
                continue;
            }
            cells.put(
                    name,
                    new StoredCell(
                            name,
                            json(name, "result.json"),
                            json(name, "provenance.json"),
                            epochs(name)));
        }
        if (absent > 0) {
            problems.accept(
                    "%d of %d cell folders that the tables name are gone: what they cost and what they were made with is not known."
                            .formatted(absent, names.size()));
        }
        return cells;
    }

    private JsonNode json(String cell, String name) {
        Path file = folder.resolve(cell).resolve(name);
        try {
            JsonNode node = Files.exists(file) ? JSON.readTree(Files.readString(file)) : null;
            if (node != null && node.isObject()) {
                return node;
            }
            problems.accept(
                    Files.exists(file)
                            ? RunFolder.unread(place(cell, name), "it holds no record")
                            : "There is no %s.".formatted(place(cell, name)));
        } catch (IOException e) {
            problems.accept(RunFolder.unread(place(cell, name), Reasons.of(e)));
        } catch (JacksonException e) {
            problems.accept(RunFolder.unread(place(cell, name), e.getOriginalMessage()));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private List<StoredCell.Epoch> epochs(String cell) {
        Path file = folder.resolve(cell).resolve("log.csv");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return CsvFile.read(file).lines().stream()
                    .filter(line -> line.integer("epoch").isPresent())
                    .map(
                            line ->
                                    new StoredCell.Epoch(
                                            line.integer("epoch").getAsInt(),
                                            line.number("loss"),
                                            line.number("images_per_second")))
                    .toList();
        } catch (IOException e) {
            problems.accept(RunFolder.unread(place(cell, "log.csv"), Reasons.of(e)));
            return List.of();
        }
    }

    private static String place(String cell, String name) {
        return "cells/%s/%s".formatted(cell, name);
    }
}
