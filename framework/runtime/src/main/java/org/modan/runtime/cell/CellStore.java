/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.text.Reasons;
import org.modan.spi.Digests;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folders of finished cells. A cell works in a folder of its own beside them, which becomes the
 * finished one by a single rename: a reader sees all of a cell or nothing.
 */
public final class CellStore {

    /** What a pretraining cell makes. */
    public static final String ENCODER = "encoder.safetensors";

    /** What an evaluation cell makes. */
    public static final String PREDICTIONS = "predictions.csv";

    /** What a failed cell may leave for whoever mends it. */
    public static final String TRACE = "error.txt";

    private static final String RESULT = "result.json";
    private static final String REPLACED = ".replaced";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    /**
     * @param folder created when first needed
     */
    public CellStore(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** Where all cells lie; not there before the first. */
    public Path folder() {
        return folder;
    }

    /** Removes what was replaced by a run that was killed before it could. */
    public void sweep() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> cells = Files.list(folder)) {
            for (Path cell : cells.toList()) {
                if (cell.getFileName().toString().endsWith(REPLACED)) {
                    delete(cell);
                }
            }
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    /** Where a finished cell lies. */
    public Path folder(CellKey key) {
        return folder.resolve(key.folder());
    }

    /**
     * What is known of a cell, done or failed; empty if it must be run, or what is there is
     * damaged.
     */
    public Optional<CellResult> find(CellKey key) {
        Path file = folder(key).resolve(RESULT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            CellResult result = JSON.readValue(Files.readString(file), CellResult.class);
            return result != null && key.digest().equals(result.key())
                    ? Optional.of(result)
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether a cell is done, with what it made still there, and need not be run. */
    public boolean isDone(CellKey key) {
        return find(key)
                .map(result -> result.status() == CellResult.Status.DONE && isWhole(key, result))
                .orElse(false);
    }

    private boolean isFailed(CellKey key) {
        return find(key).filter(found -> found.status() == CellResult.Status.FAILED).isPresent();
    }

    /** Predictions and maps are small and looked through; an encoder is, when it is used. */
    private boolean isWhole(CellKey key, CellResult result) {
        Path predictions = folder(key).resolve(PREDICTIONS);
        try {
            if (Embedding.isIn(folder(key))) {
                return result.artefact().equals(Optional.of(Embedding.digest(folder(key))));
            }
            if (result.folds().isEmpty()) {
                return Files.exists(folder(key).resolve(ENCODER));
            }
            return Files.exists(predictions)
                    && result.artefact().equals(Optional.of(Digests.ofFile(predictions)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The folder a cell works in; what an interrupted run left there is still there, and what one
     * left that failed.
     */
    public Path workspace(CellKey key) {
        Path workspace = folder.resolve(key.folder() + ".partial");
        try {
            if (!Files.exists(workspace) && isFailed(key)) {
                Files.move(folder(key), workspace, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(workspace.resolve(RESULT));
                Files.deleteIfExists(workspace.resolve(TRACE));
            }
            Files.createDirectories(workspace);
            return workspace;
        } catch (IOException e) {
            throw cannotWrite(workspace, e);
        }
    }

    /** Makes the workspace the finished cell. */
    public void commit(CellKey key, CellResult result) {
        Path workspace = workspace(key);
        Path target = folder(key);
        try {
            AtomicFiles.write(workspace.resolve(RESULT), JSON.writeValueAsString(result) + "\n");
            if (Files.exists(target)) {
                Path old = folder.resolve(key.folder() + REPLACED);
                delete(old);
                Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
                Files.move(workspace, target, StandardCopyOption.ATOMIC_MOVE);
                delete(old);
            } else {
                Files.move(workspace, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** Removes a folder and all in it, if it is there. */
    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static ModanException cannotWrite(Path path, IOException e) {
        return new ModanException(
                ErrorCode.OUTPUT, "%s cannot be written: %s".formatted(path, Reasons.of(e)), e);
    }
}
