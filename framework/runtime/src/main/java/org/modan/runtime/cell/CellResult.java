/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a cell came to, as its {@code result.json} holds it.
 *
 * @param key the whole digest
 * @param title what a person calls the cell
 * @param status whether it was done
 * @param error why it failed; empty if it did not
 * @param artefact digest of what the cell made: of the encoder's weights, of the predictions, or of
 *     the map
 * @param folds what an evaluation cell measured
 * @param identity everything that decides the outcome
 */
public record CellResult(
        String key,
        String title,
        Status status,
        Optional<String> error,
        Optional<String> artefact,
        List<FoldResult> folds,
        Map<String, Object> identity) {

    /** How a cell ended. */
    public enum Status {
        DONE,
        FAILED
    }

    /**
     * The score of one fold.
     *
     * @param auc area under the ROC curve on the test part, 0 to 1; empty if that has one class
     *     only
     * @param threshold from which a score is positive, chosen on the training part's scores; empty
     *     if that has one class only, or the result was written before there were thresholds
     * @param trainSize images fitted on
     * @param testSize images scored
     */
    public record FoldResult(
            int repeat,
            int fold,
            OptionalDouble auc,
            OptionalDouble threshold,
            int trainSize,
            int testSize) {}

    public CellResult {
        folds = List.copyOf(folds);
    }
}
