/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.experiment.DatasetConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.protocol.FoldPlan;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.Evaluator;
import org.modan.spi.OptionSpec;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * Small tasks of painted images, and cells that evaluate on them, for tests of what is done next.
 */
public final class PaintedTasks {

    private PaintedTasks() {}

    /**
     * One repeat of two folds of images of two classes in turn, each of a patient of its own,
     * called {@code image-0} and so on.
     */
    public static Task ofImages(int images) {
        PaintedDataset painted = new PaintedDataset("benign", "malignant");
        for (int i = 0; i < images; i++) {
            painted.add(
                    Sample.withId("image-" + i)
                            .label(i % 2)
                            .group("patient-" + i)
                            .metadata("modality", "US")
                            .build(),
                    20 * i);
        }
        OpenDataset dataset = PaintedFactory.open(painted);
        TaskConfig config =
                new TaskConfig(
                        "lesions",
                        new DatasetConfig(
                                "painted",
                                OptionSpec.none().resolve(Map.of(), Path.of(""), problem -> {})),
                        Optional.empty());
        FoldPlan plan =
                new TaskProtocol(
                                config.place(),
                                config,
                                new ProtocolConfig(Profile.RIGOROUS, 2, 1),
                                new Seed(3))
                        .folds(dataset.info().classes(), dataset.samples(), List.of(), text -> {});
        return new Task(config.id(), dataset, plan);
    }

    /** The first repeat of a task with an evaluator. */
    public static EvaluationCell cell(
            CellKey key, Task task, Evaluator evaluator, Optional<PretrainCell> encoder) {
        return new EvaluationCell(
                key,
                Map.of("kind", "evaluate"),
                "evaluation",
                encoder,
                task,
                evaluator,
                0,
                new Seed(4),
                new PluginOrigin("eval", "1.0", "0".repeat(64)));
    }
}
