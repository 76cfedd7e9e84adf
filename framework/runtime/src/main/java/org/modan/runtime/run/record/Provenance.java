/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static java.util.Objects.requireNonNull;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import jakarta.inject.Inject;
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
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.ModanVersion;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.machine.Processor;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what must be known to trust or repeat a cell: its settings, its code and its machine. */
public final class Provenance {

    static final String FILE = "provenance.json";
    private static final String STARTS = "starts";
    private static final String UNKNOWN = "unknown";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ComputeDevice device;

    @Inject
    public Provenance(ComputeDevice device) {
        this.device = requireNonNull(device, "device is null");
    }

    /**
     * The start of a cell, or of what an interruption left to do of it.
     *
     * @param starts all there were, this the last
     * @param nanos of this one
     */
    public record Watch(List<String> starts, long nanos) {}

    /**
     * Leaves the start in the cell's folder at once: a run that is killed before it saved anything
     * counts too.
     */
    public Watch start(Path workspace, Cell cell) {
        Path file = workspace.resolve(FILE);
        List<String> starts = new ArrayList<>(starts(file));
        starts.add(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("cell", cell.key().digest());
        record.put("title", cell.title());
        record.put(STARTS, starts);
        write(file, record);
        return new Watch(List.copyOf(starts), System.nanoTime());
    }

    /**
     * @param notes what was learnt while the cell ran
     */
    public void write(
            Path workspace, Cell cell, Watch watch, List<String> warnings, CellNotes notes) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("cell", cell.key().digest());
        record.put("title", cell.title());
        record.put("settings", cell.identity());
        record.put("plugin", cell.plugin());
        record.put("plugins", cell.plugins());
        record.put("modan", ModanVersion.get());
        record.put("engine", engine());
        record.put("java", property("java.vendor") + " " + property("java.version"));
        record.put("os", property("os.name") + " " + property("os.version"));
        record.put("architecture", property("os.arch"));
        record.put("processors", Runtime.getRuntime().availableProcessors());
        if (cell instanceof PretrainCell pretrain && pretrain.usesMetadata()) {
            record.put("metadata", pretrain.metadataRecord());
        }
        if (cell instanceof EvaluationCell evaluation) {
            record.put("classes", evaluation.task().dataset().info().classes());
        }
        if (!cell.skippedImages().isEmpty()) {
            record.put("skipped-images", cell.skippedImages());
        }
        record.put("warnings", warnings);
        record.putAll(notes.asMap());
        record.put("first-started", watch.starts().get(0));
        record.put("interruptions", watch.starts().size() - 1);
        record.put(STARTS, watch.starts());
        record.put(
                "seconds-since-last-start",
                (System.nanoTime() - watch.nanos()) / 1_000_000 / 1000.0);
        write(workspace.resolve(FILE), record);
    }

    /** No cell fails for want of its history. */
    private static List<String> starts(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readTree(Files.readString(file))
                    .path(STARTS)
                    .valueStream()
                    .map(start -> start.asString(UNKNOWN))
                    .toList();
        } catch (IOException | JacksonException e) {
            return List.of(UNKNOWN);
        }
    }

    private static void write(Path file, Map<String, Object> record) {
        try {
            AtomicFiles.write(file, JSON.writeValueAsString(record) + "\n");
        } catch (IOException e) {
            throw new ModanException(ErrorCode.OUTPUT, "%s: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private Map<String, Object> engine() {
        Map<String, Object> engine = new LinkedHashMap<>();
        engine.put("name", Engine.getInstance().getEngineName());
        engine.put("djl", Engine.getDjlVersion());
        engine.put("libtorch", Engine.getInstance().getVersion());
        engine.put("device", device.start().toString());
        engine.put("processor", Processor.of(device.start()));
        engine.put("threads", JniUtils.getNumThreads());
        return engine;
    }

    private static String property(String name) {
        return System.getProperty(name, UNKNOWN);
    }
}
