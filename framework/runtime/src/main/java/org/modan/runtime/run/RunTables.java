/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.nio.file.Path;
import java.util.List;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.results.Comparison;
import org.modan.runtime.results.EmbeddingTables;
import org.modan.runtime.results.ResultTables;
import org.modan.runtime.run.listener.RunListener;
import org.modan.spi.ModanException;

/** All tables of an output folder: those of its plan, and those that grow with its cells. */
final class RunTables {

    private final ResultTables results;
    private final EmbeddingTables embeddings;

    /**
     * @param output folder of the run
     */
    RunTables(Path output, CellStore cells) {
        results = new ResultTables(output, cells);
        embeddings = new EmbeddingTables(output, cells);
    }

    /** What is known before any cell was run. */
    void writePlanned(Plan plan) {
        results.writeFolds(plan);
        results.writeSkipped(plan);
        results.writeEvaluators(plan);
    }

    /** With what takes too long to do after every cell. */
    List<Comparison> writeAll(Plan plan, ExperimentFile experiment) {
        return results.writeComparisons(write(plan, experiment), experiment);
    }

    private List<Comparison> write(Plan plan, ExperimentFile experiment) {
        List<Comparison> comparisons = results.writeResults(plan, experiment);
        results.writeEncoders(plan);
        results.writePredictions(plan);
        embeddings.write(plan);
        return comparisons;
    }

    /** A table that is open in a spreadsheet somewhere must not end the run. */
    void writeSoFar(Plan plan, ExperimentFile experiment, RunListener listener) {
        try {
            write(plan, experiment);
        } catch (ModanException e) {
            listener.warning(e.getMessage() + "; it is written again after the next cell");
        }
    }
}
