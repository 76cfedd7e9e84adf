/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.Embedding;
import org.modan.runtime.cell.Embedding.Point;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.record.CellNotes;
import org.modan.runtime.run.record.DoneCell;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ErrorCode;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.Representation;

/** Has a corpus laid out by its features under one encoder. */
final class RepresentationRunner {

    private final FeatureSource features;
    private final RunListener listener;

    RepresentationRunner(FeatureSource features, RunListener listener) {
        this.features = requireNonNull(features, "features is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    CellResult run(RepresentationCell cell, Path workspace, CellNotes notes) {
        FeatureSet corpus = features.features(cell.encoder(), cell.corpus());
        Representation representation =
                cell.evaluator().describe(corpus, cell.fields(), cell.seed());
        if (representation.size() != corpus.size()) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "the evaluator laid out %d of %d images"
                            .formatted(representation.size(), corpus.size()));
        }
        notes.put("notes", representation.notes());
        representation.notes().forEach(note -> listener.told(cell, note));
        String digest;
        try {
            embedding(corpus, representation).write(workspace);
            digest = Embedding.digest(workspace);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.OUTPUT, "%s: %s".formatted(workspace, Reasons.of(e)), e);
        }
        return DoneCell.of(cell, digest);
    }

    private static Embedding embedding(FeatureSet corpus, Representation representation) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            points.add(
                    new Point(
                            corpus.samples().get(i).id(),
                            representation.x(i),
                            representation.y(i)));
        }
        return new Embedding(points, representation.measures());
    }
}
