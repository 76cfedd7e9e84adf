/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.data.ValueAudit;
import org.modan.runtime.experiment.DatasetConfig;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.experiment.Experiment;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.experiment.Variant;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionCatalog;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Options;

/** Checks datasets by the names that the installed plugins give their adapters. */
public final class Checker {

    private record Use(DatasetConfig dataset, DatasetRules rules) {}

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
        Extension<DatasetAdapterFactory> extension = adapter(dataset.adapter());
        Options options = dataset.resolve(extension.factory().options(), base);
        return CheckOutcome.of(
                new DatasetCheck(
                                dataset.adapter(),
                                extension,
                                DatasetRules.STANDARD,
                                List.of(),
                                listener)
                        .check(options));
    }

    /** Checks each dataset of an experiment once, however many variants and tasks use it. */
    public CheckOutcome check(ExperimentFile file) {
        Map<Use, String> names = new LinkedHashMap<>();
        Map<Use, List<ValueAudit>> audits = new LinkedHashMap<>();
        List<ValueAudit> all = new ArrayList<>();
        for (Variant variant : file.variants()) {
            Experiment experiment = variant.experiment();
            ValueAudit audit = new ValueAudit(experiment.rules().values());
            all.add(audit);
            Map<Use, String> uses = uses(experiment);
            uses.forEach(names::putIfAbsent);
            uses.keySet()
                    .forEach(
                            use ->
                                    audits.computeIfAbsent(use, key -> new ArrayList<>())
                                            .add(audit));
        }
        List<DatasetReport> reports = new ArrayList<>();
        names.forEach(
                (use, name) ->
                        reports.add(
                                new DatasetCheck(
                                                name,
                                                adapter(use.dataset().adapter()),
                                                use.rules(),
                                                audits.get(use),
                                                listener)
                                        .check(use.dataset().options())));
        return CheckOutcome.of(reports, all);
    }

    /** Each dataset by its first name. */
    private static Map<Use, String> uses(Experiment experiment) {
        Map<Use, String> uses = new LinkedHashMap<>();
        experiment
                .datasets()
                .forEach(
                        (name, dataset) ->
                                uses.putIfAbsent(new Use(dataset, experiment.rules()), name));
        return uses;
    }

    private Extension<DatasetAdapterFactory> adapter(String name) {
        return catalog.require(ExtensionKind.DATASET, name);
    }
}
