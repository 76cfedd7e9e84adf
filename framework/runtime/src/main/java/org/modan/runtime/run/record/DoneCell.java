/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import java.util.List;
import java.util.Optional;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.plan.Cell;

/** The result of a cell that was done. */
public final class DoneCell {

    private DoneCell() {}

    /**
     * @param artefact digest of what the cell made
     */
    public static CellResult of(Cell cell, String artefact) {
        return of(cell, artefact, List.of());
    }

    /**
     * @param artefact digest of the predictions
     * @param folds what was measured of them
     */
    public static CellResult of(Cell cell, String artefact, List<FoldResult> folds) {
        return new CellResult(
                cell.key().digest(),
                cell.title(),
                CellResult.Status.DONE,
                Optional.empty(),
                Optional.of(artefact),
                folds,
                cell.identity());
    }
}
