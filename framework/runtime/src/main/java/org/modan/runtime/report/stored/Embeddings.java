/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.modan.runtime.results.FileName;
import org.modan.runtime.text.Reasons;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the maps of a corpus and the small pictures that go with them. */
final class Embeddings {

    private static final String CSV = ".csv";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Consumer<String> problems;

    Embeddings(Path folder, Consumer<String> problems) {
        this.folder = requireNonNull(folder, "folder is null");
        this.problems = requireNonNull(problems, "problems is null");
    }

    /**
     * @param arms and evaluators whose maps there may be: of some names a file's name is not the
     *     whole
     */
    List<EmbeddingMap> maps(Set<String> arms, List<String> evaluators) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<String, Origin> origins = new HashMap<>();
        for (String arm : arms) {
            for (String evaluator : evaluators) {
                origins.put(
                        FileName.of("%s.%s".formatted(arm, evaluator)) + CSV,
                        new Origin(arm, evaluator));
            }
        }
        List<EmbeddingMap> maps = new ArrayList<>();
        for (String name : Names.sorted(folder, CSV, problems)) {
            try {
                CsvFile table = CsvFile.read(folder.resolve(name));
                Optional<String> lacking = table.lacks(List.of("sample", "x", "y"));
                if (lacking.isPresent()) {
                    throw new IOException("it has no column " + lacking.get());
                }
                maps.add(map(origins.getOrDefault(name, Origin.of(name)), table));
            } catch (IOException e) {
                problems.accept(RunFolder.unread("embeddings/" + name, Reasons.of(e)));
            }
        }
        return maps;
    }

    /** Whose map it is. */
    private record Origin(String arm, String evaluator) {

        /** What can be told from a file's name alone. */
        static Origin of(String file) {
            String name = file.substring(0, file.length() - CSV.length());
            int dot = name.lastIndexOf('.');
            return dot < 1
                    ? new Origin(name, "")
                    : new Origin(name.substring(0, dot), name.substring(dot + 1));
        }
    }

    private static EmbeddingMap map(Origin origin, CsvFile table) throws IOException {
        List<String> fields =
                table.columns().stream()
                        .filter(column -> !List.of("sample", "x", "y").contains(column))
                        .toList();
        List<CsvFile.Line> lines = table.lines();
        double[] x = new double[lines.size()];
        double[] y = new double[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            CsvFile.Line line = lines.get(i);
            if (line.number("x").isEmpty() || line.number("y").isEmpty()) {
                throw new IOException("row %d has no place".formatted(i + 1));
            }
            x[i] = line.number("x").getAsDouble();
            y[i] = line.number("y").getAsDouble();
        }
        return new EmbeddingMap(
                origin.arm(),
                origin.evaluator(),
                lines.stream().map(line -> line.text("sample")).toList(),
                x,
                y,
                fields,
                fields.stream()
                        .map(field -> lines.stream().map(line -> line.text(field)).toList())
                        .toList());
    }

    /** One sheet for each corpus that was mapped. */
    List<Thumbnails> thumbnails() {
        List<Thumbnails> sheets = new ArrayList<>();
        for (String name : Names.sorted(folder, ".json", problems)) {
            try {
                sheets.add(sheet(JSON.readTree(Files.readString(folder.resolve(name)))));
            } catch (IOException e) {
                problems.accept(RunFolder.unread("embeddings/" + name, Reasons.of(e)));
            } catch (JacksonException e) {
                problems.accept(RunFolder.unread("embeddings/" + name, e.getOriginalMessage()));
            }
        }
        return sheets;
    }

    private Thumbnails sheet(JsonNode index) throws IOException {
        String file = index.path("file").asString("");
        int size = index.path("tile").asInt(0);
        int columns = index.path("columns").asInt(0);
        if (!file.matches("[A-Za-z0-9-]+\\.png") || size < 1 || columns < 1) {
            throw new IOException(
                    "it does not say which picture it is of and how that is laid out");
        }
        return new Thumbnails(
                Files.readAllBytes(folder.resolve(file)),
                size,
                columns,
                index.path("ids").valueStream().map(id -> id.asString("")).toList());
    }
}
