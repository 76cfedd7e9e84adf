/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.nio.file.Path;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.input.MadeEncoders;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.record.CellNotes;
import org.modan.runtime.run.score.EvaluationRunner;
import org.modan.runtime.run.score.FoldScorers;

/** What runs the cells that need an encoder; together, as they share its features. */
record CellRunners(EvaluationRunner evaluation, RepresentationRunner representation) {

    /**
     * @param output folder of the run
     */
    static CellRunners of(
            Path output,
            CellStore cells,
            ImageSource images,
            ComputeDevice device,
            RunListener listener) {
        MadeEncoders encoders = new MadeEncoders(cells);
        FeatureSource features = new FeatureSource(output, encoders, images, device, listener);
        return new CellRunners(
                new EvaluationRunner(
                        new FoldScorers(encoders, images, features, device, listener), listener),
                new RepresentationRunner(features, listener));
    }

    CellResult run(EvaluationCell cell, Path workspace) {
        return evaluation.run(cell, workspace);
    }

    CellResult run(RepresentationCell cell, Path workspace, CellNotes notes) {
        return representation.run(cell, workspace, notes);
    }
}
