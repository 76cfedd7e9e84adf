/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import java.util.List;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.metadata.ValueAudit;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Finds what an experiment renames although none of its datasets has it. */
final class ValuePlanner {

    private final Datasets datasets;
    private final Warnings warnings;

    @Inject
    ValuePlanner(Datasets datasets, Warnings warnings) {
        this.datasets = requireNonNull(datasets, "datasets is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    /**
     * Warns of values that no image has.
     *
     * @throws ModanException if there is no such field, or a dataset cannot be opened
     */
    void check(Experiment experiment) {
        if (experiment.rules().values().isEmpty()) {
            return;
        }
        ValueAudit audit = new ValueAudit(experiment.rules().values());
        experiment
                .datasets()
                .forEach(
                        (name, config) -> {
                            OpenDataset dataset = datasets.open(name, config, experiment.rules());
                            audit.add(dataset.info(), dataset.originals());
                        });
        List<String> problems = audit.problems();
        if (!problems.isEmpty()) {
            throw new ModanException(ErrorCode.CONFIGURATION, String.join("\n", problems));
        }
        audit.warnings().forEach(warnings::add);
    }
}
