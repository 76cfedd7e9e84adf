/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static java.util.Objects.requireNonNull;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.modan.runtime.check.CheckListener;
import org.modan.runtime.check.Checker;
import org.modan.runtime.cost.CostEstimate;
import org.modan.runtime.cost.EngineStepTimer;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.experiment.Extensions;
import org.modan.runtime.experiment.section.ExperimentProblems;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Planner;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.plugin.LoadedPlugin;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.plugin.loading.PluginLoader;
import org.modan.runtime.run.ExperimentRunner;
import org.modan.runtime.run.RunOutcome;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Modan as a library: plugins loaded, ready to plan and run experiments. */
public final class Modan implements AutoCloseable {

    private final ModanSettings settings;
    private final PluginLoading loading;
    private final ExtensionCatalog catalog;
    private final ComputeDevice device;

    private Modan(
            ModanSettings settings,
            PluginLoading loading,
            ExtensionCatalog catalog,
            ComputeDevice device) {
        this.device = device;
        this.settings = settings;
        this.loading = loading;
        this.catalog = catalog;
    }

    /** Loads the plugins. Plugins that cannot be loaded are {@link #pluginProblems()}. */
    public static Modan start(ModanSettings settings) {
        requireNonNull(settings, "settings is null");
        ComputeDevice device = ComputeDevice.named(settings.device());
        PluginLoading loading =
                new PluginLoader(Modan.class.getClassLoader()).load(settings.pluginFolders());
        return new Modan(settings, loading, ExtensionCatalog.of(loading), device);
    }

    /** The plugins that were loaded, in the order they were found. */
    public List<LoadedPlugin> plugins() {
        return loading.plugins();
    }

    /** What the plugins offer. */
    public ExtensionCatalog catalog() {
        return catalog;
    }

    /** Plugins that cannot be used, and names that are taken twice. */
    public List<PluginProblem> pluginProblems() {
        return catalog.problems();
    }

    /**
     * Reads an experiment file.
     *
     * @param sets {@code path=value} overrides
     * @throws ModanException naming every problem of the file
     */
    public ExperimentFile read(Path file, List<String> sets) {
        return blamingPlugins(
                extensions -> ExperimentFile.read(file, sets, settings.variables(), extensions));
    }

    /**
     * The same from values that are in no file.
     *
     * @param tree what a file would hold
     * @param base folder that relative paths start from
     */
    public ExperimentFile read(Map<String, Object> tree, Path base, List<String> sets) {
        return blamingPlugins(
                extensions ->
                        ExperimentFile.of(tree, base, sets, settings.variables(), extensions));
    }

    /** What running the experiment would do; to be closed. */
    public Plan plan(ExperimentFile experiment, Selection selection) {
        return PluginCall.within(
                () -> injector().getInstance(Planner.class).plan(experiment.variants(), selection));
    }

    /**
     * How long the rest of a plan would take on this device, by a few steps run now.
     *
     * @param done whether a cell need not be run
     * @throws ModanException if the engine does not start
     */
    public List<CostEstimate.Item> cost(Plan plan, Predicate<CellKey> done) {
        return PluginCall.within(() -> CostEstimate.of(plan, done, new EngineStepTimer(device)));
    }

    /** Runs what is missing of the experiment, and writes the results of all that is there. */
    public RunOutcome run(
            ExperimentFile experiment, Selection selection, Path output, RunListener listener) {
        if (device.isGpu()) {
            device.start(); // one that is missing is told before the data are read, not after
        }
        return PluginCall.within(() -> planAndRun(experiment, selection, output, listener));
    }

    private RunOutcome planAndRun(
            ExperimentFile experiment, Selection selection, Path output, RunListener listener) {
        Injector injector = injector();
        try (Plan plan =
                injector.getInstance(Planner.class).plan(experiment.variants(), selection)) {
            return injector.getInstance(ExperimentRunner.class)
                    .run(experiment, plan, output, listener);
        }
    }

    /** What looks at datasets without an experiment. */
    public Checker checker(CheckListener listener) {
        return new Checker(catalog, listener);
    }

    @Override
    public void close() {
        loading.close();
    }

    private Injector injector() {
        return Guice.createInjector(Stage.PRODUCTION, new RuntimeModule(settings, catalog, device));
    }

    private interface Reading {
        ExperimentFile read(Extensions extensions);
    }

    /** A name may be unknown because the plugin that has it could not be loaded: then say so. */
    private ExperimentFile blamingPlugins(Reading reading) {
        CatalogExtensions extensions = new CatalogExtensions(catalog);
        try {
            ExperimentFile experiment = PluginCall.within(() -> reading.read(extensions));
            ExtensionCatalog.refuseContested(extensions.contested());
            return experiment;
        } catch (ExperimentProblems e) {
            if (pluginProblems().isEmpty() || extensions.missing().isEmpty()) {
                throw e;
            }
            StringBuilder message = new StringBuilder(e.getMessage());
            message.append("\nThese plugins could not be used:");
            pluginProblems().forEach(problem -> message.append("\n  ").append(problem.message()));
            throw new ModanException(ErrorCode.PLUGIN, message.toString(), e);
        }
    }
}
