/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.cell.AtomicFiles;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folds of a cell that are scored while others are not yet: an interrupted cell goes on with
 * the next one. The predictions are written first and what was measured after them, so that a fold
 * is whole when both are there.
 */
final class KeptFolds {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path workspace;

    KeptFolds(Path workspace) {
        this.workspace = requireNonNull(workspace, "workspace is null");
    }

    /**
     * One fold.
     *
     * @param result what was measured
     * @param predictions of the test part, in its order
     */
    record Fold(FoldResult result, List<Prediction> predictions) {}

    /**
     * A fold an earlier run has kept.
     *
     * @param tested ids of the test part
     * @return empty if it must be scored
     */
    Optional<Fold> find(int repeat, int fold, List<String> tested) {
        if (!Files.exists(predictions(fold)) || !Files.exists(result(fold))) {
            return Optional.empty();
        }
        try {
            List<Prediction> predictions = Predictions.read(predictions(fold));
            FoldResult result = JSON.readValue(Files.readString(result(fold)), FoldResult.class);
            boolean whole =
                    predictions.stream().map(Prediction::sample).toList().equals(tested)
                            && result.repeat() == repeat
                            && result.fold() == fold;
            return whole ? Optional.of(new Fold(result, predictions)) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void keep(Fold fold) throws IOException {
        Predictions.write(predictions(fold.result().fold()), fold.predictions());
        AtomicFiles.write(
                result(fold.result().fold()), JSON.writeValueAsString(fold.result()) + "\n");
    }

    /** Removes what is in the cell's own files now. */
    void discard(int fold) throws IOException {
        Files.deleteIfExists(result(fold));
        Files.deleteIfExists(predictions(fold));
    }

    private Path predictions(int fold) {
        return workspace.resolve("fold-%d.csv".formatted(fold));
    }

    private Path result(int fold) {
        return workspace.resolve("fold-%d.json".formatted(fold));
    }
}
