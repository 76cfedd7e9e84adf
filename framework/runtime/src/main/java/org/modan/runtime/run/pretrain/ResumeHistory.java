/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every time a training went on after an interruption, in a file in its cell's folder until the
 * cell is done and its provenance says the same.
 */
final class ResumeHistory {

    private static final String FILE = "resumed.json";
    private static final TypeReference<List<Map<String, Object>>> ENTRIES =
            new TypeReference<>() {};

    private final Path file;

    ResumeHistory(Path workspace) {
        this.file = requireNonNull(workspace, "workspace is null").resolve(FILE);
    }

    /**
     * @param where the training went on
     * @param remarks what was said of that
     * @return all entries, oldest first
     */
    List<Map<String, Object>> add(String where, List<String> remarks) {
        List<Map<String, Object>> entries = new ArrayList<>(entries());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("where", where);
        entry.put("when", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        entry.put("remarks", remarks);
        entries.add(entry);
        try {
            AtomicFiles.write(file, JsonMapper.shared().writeValueAsString(entries) + "\n");
        } catch (IOException e) {
            throw unusable(e);
        }
        return entries;
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** No training fails for want of its history. */
    private List<Map<String, Object>> entries() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Map<String, Object>> entries =
                    JsonMapper.shared().readValue(Files.readString(file), ENTRIES);
            return entries == null ? damaged() : entries;
        } catch (IOException | JacksonException e) {
            return damaged();
        }
    }

    private static List<Map<String, Object>> damaged() {
        return List.of(Map.of("where", "unknown", "remarks", List.of(FILE + " was damaged")));
    }

    private ModanException unusable(IOException e) {
        return new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
    }
}
