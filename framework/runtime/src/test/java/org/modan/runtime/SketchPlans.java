/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import com.google.inject.Guice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Planner;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.plugin.PluginFolders;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.runtime.run.machine.ComputeDevice;

/**
 * Plans small experiments with what {@link SketchPlugin} offers.
 *
 * @param cache what planning may keep
 */
record SketchPlans(ExtensionCatalog catalog, Path cache) {

    Plan plan(Map<String, Object> tree, Selection selection, String... sets) {
        ModanSettings settings = new ModanSettings(PluginFolders.of(), cache, "cpu", Map.of());
        ExperimentFile file =
                ExperimentFile.of(
                        tree,
                        Path.of(""),
                        Arrays.asList(sets),
                        Map.of(),
                        new CatalogExtensions(catalog));
        return Guice.createInjector(
                        new RuntimeModule(settings, catalog, ComputeDevice.named("cpu")))
                .getInstance(Planner.class)
                .plan(file.variants(), selection);
    }

    /** An experiment of two arms on one task. */
    static Map<String, Object> tree(String... evaluators) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "planning");
        tree.put("corpus", Map.of("dataset", "painted"));
        tree.put("pretrain", List.of("training", "untrained"));
        tree.put("tasks", List.of("painted"));
        tree.put("evaluators", List.of(evaluators));
        tree.put("protocol", Map.of("folds", 2, "repeats", 3));
        return tree;
    }
}
