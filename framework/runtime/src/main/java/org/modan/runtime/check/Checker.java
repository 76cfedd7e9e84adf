/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.modan.runtime.experiment.DatasetConfig;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.experiment.TaskConfig;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.metadata.ValueAudit;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.protocol.TaskProtocol;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Options;

/** Checks datasets by the names that the installed plugins give their adapters. */
public final class Checker {

    private record Use(DatasetConfig dataset, DatasetRules rules) {}

    /**
     * What a dataset is for.
     *
     * @param name its first
     * @param audits that take account of it, one a variant
     * @param tasks that it is to be, in any variant
     */
    private record Purpose(String name, Set<ValueAudit> audits, Set<TaskProtocol> tasks) {
        static Purpose named(String name) {
            return new Purpose(name, new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private final ExtensionCatalog catalog;
    private final CheckListener listener;

    public Checker(ExtensionCatalog catalog, CheckListener listener) {
        this.catalog = requireNonNull(catalog, "catalog is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * Checks a dataset that was named on a command line.
     *
     * @param base folder that relative paths start from
     * @throws ModanException if there is no such adapter, or its options are wrong
     */
    public CheckOutcome check(DatasetArgument dataset, Path base) {
        return PluginCall.within(() -> checkOne(dataset, base));
    }

    private CheckOutcome checkOne(DatasetArgument dataset, Path base) {
        Extension<DatasetAdapterFactory> extension = adapter(dataset.adapter());
        Options options = dataset.resolve(extension.factory().options(), base);
        return CheckOutcome.of(
                new DatasetCheck(
                                dataset.adapter(),
                                extension,
                                DatasetRules.STANDARD,
                                List.of(),
                                List.of(),
                                listener)
                        .check(options));
    }

    /** Checks each dataset of an experiment once, however many variants and tasks use it. */
    public CheckOutcome check(ExperimentFile file) {
        return PluginCall.within(() -> checkAll(file));
    }

    private CheckOutcome checkAll(ExperimentFile file) {
        Map<Use, Purpose> purposes = new LinkedHashMap<>();
        List<ValueAudit> audits = new ArrayList<>();
        for (Variant variant : file.variants()) {
            Experiment experiment = variant.experiment();
            ValueAudit audit = new ValueAudit(experiment.rules().values());
            audits.add(audit);
            experiment
                    .datasets()
                    .forEach(
                            (name, dataset) ->
                                    purposes.computeIfAbsent(
                                                    new Use(dataset, experiment.rules()),
                                                    use -> Purpose.named(name))
                                            .audits()
                                            .add(audit));
            for (TaskConfig task : experiment.tasks()) {
                purposes.get(new Use(task.dataset(), experiment.rules()))
                        .tasks()
                        .add(
                                new TaskProtocol(
                                        task.place(),
                                        task,
                                        experiment.protocol(),
                                        experiment.seed()));
            }
        }
        List<DatasetReport> reports = new ArrayList<>();
        purposes.forEach((use, purpose) -> reports.add(check(use, purpose)));
        return CheckOutcome.of(reports, audits);
    }

    private DatasetReport check(Use use, Purpose purpose) {
        return new DatasetCheck(
                        purpose.name(),
                        adapter(use.dataset().adapter()),
                        use.rules(),
                        List.copyOf(purpose.audits()),
                        List.copyOf(purpose.tasks()),
                        listener)
                .check(use.dataset().options());
    }

    private Extension<DatasetAdapterFactory> adapter(String name) {
        return catalog.require(ExtensionKind.DATASET, name);
    }
}
