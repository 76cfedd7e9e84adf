/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.protocol.FoldLint;
import org.modan.runtime.protocol.FoldPlan;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.ModanException;

/** Opens the dataset of a task and parts it into folds. */
final class TaskPlanner {

    private final Datasets datasets;
    private final Warnings warnings;

    @Inject
    TaskPlanner(Datasets datasets, Warnings warnings) {
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * @throws ModanException if there is no testing encoders on it
     */
    Task plan(Experiment experiment, TaskConfig config) {
        String place = config.place();
        OpenDataset dataset = datasets.open(place, config.dataset(), experiment.rules());
        FoldPlan folds =
                new TaskProtocol(place, config, experiment.protocol(), experiment.seed())
                        .folds(
                                dataset.info().classes(),
                                dataset.samples(),
                                dataset.skipped().stream().map(Unreadable::id).toList(),
                                text -> warnings.add(place, text));
        warnOfCopies(experiment, place, dataset, folds);
        return new Task(config.id(), dataset, folds);
    }

    /** An encoder that has seen an image knows it again, in pretraining or in another fold. */
    private void warnOfCopies(
            Experiment experiment, String place, OpenDataset task, FoldPlan folds) {
        experiment
                .corpus()
                .map(config -> datasets.open("corpus", config, experiment.rules()))
                .flatMap(corpus -> Copies.between(corpus, task))
                .ifPresent(text -> warnings.add(place, text));
        new FoldLint(folds, task.samples())
                .partedCopies(task.contents())
                .ifPresent(text -> warnings.add(place, text));
    }
}
