/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.listener;

import java.nio.file.Path;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.plan.Cell;
import org.modan.spi.TrainingListener;

/**
 * Hears how a run goes, and each training in it, of a pretraining cell or of a fold; called on the
 * running thread.
 */
public interface RunListener extends TrainingListener {

    /**
     * Once, before anything is run.
     *
     * @param cells selected cells
     * @param done how many of them are already done
     */
    default void planned(int cells, int done, Path output) {}

    /** Something the user should know before trusting the results. */
    default void warning(String message) {}

    /** While images are decoded into the cache. */
    default void decoding(String dataset, int done, int images) {}

    /** While the features of a dataset's images are computed. */
    default void features(String dataset, int done, int images) {}

    /**
     * @param index of the cell among all selected, from 1
     */
    default void cellStarted(Cell cell, int index, int cells) {}

    /** A cell goes on where an interrupted run left it. */
    default void cellResumed(Cell cell, String where) {}

    /** Something a reader of the results should know of how a cell was made. */
    default void told(Cell cell, String text) {}

    /**
     * A fold of an evaluation cell begins.
     *
     * @param fold from 1
     */
    default void foldStarted(int fold, int folds) {}

    /** A fold was scored. */
    default void foldScored(CellResult.FoldResult fold) {}

    /** A cell was run, well or not. */
    default void cellFinished(Cell cell, CellResult result) {}
}
