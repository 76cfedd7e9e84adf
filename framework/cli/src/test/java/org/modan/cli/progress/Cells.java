/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.Seed;
import org.modan.spi.TrainingRecipe;

/** Cells as a listener is told of them. */
final class Cells {

    private static final PluginOrigin PLUGIN = new PluginOrigin("acme", "1.0", "0".repeat(64));

    private Cells() {}

    static PretrainCell pretrain(String title, int epochs) {
        return new PretrainCell(
                new CellKey("a".repeat(64)),
                Map.of(),
                title,
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(32, 1),
                Initialization.random(),
                Optional.of(TrainingRecipe.of(epochs, 8, OptimizerSpec.sgd(0.1))),
                Optional.empty(),
                new Seed(1),
                PLUGIN);
    }

    /** Listeners do not look at the task and the evaluator. */
    static EvaluationCell evaluation(String title) {
        return new EvaluationCell(
                new CellKey("b".repeat(64)),
                Map.of(),
                title,
                Optional.of(pretrain("pretrain", 1)),
                null,
                null,
                0,
                new Seed(1),
                PLUGIN);
    }

    static CellResult done(Cell cell, double... aucs) {
        List<FoldResult> folds =
                java.util.stream.IntStream.range(0, aucs.length)
                        .mapToObj(
                                fold ->
                                        new FoldResult(
                                                0,
                                                fold,
                                                OptionalDouble.of(aucs[fold]),
                                                OptionalDouble.empty(),
                                                8,
                                                4))
                        .toList();
        return result(cell, CellResult.Status.DONE, Optional.empty(), folds);
    }

    static CellResult failed(Cell cell, String cause) {
        return result(cell, CellResult.Status.FAILED, Optional.of(cause), List.of());
    }

    private static CellResult result(
            Cell cell, CellResult.Status status, Optional<String> error, List<FoldResult> folds) {
        return new CellResult(
                cell.key().digest(),
                cell.title(),
                status,
                error,
                Optional.empty(),
                folds,
                Map.of());
    }
}
