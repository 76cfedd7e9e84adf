/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.check.CheckOutcome;
import org.modan.runtime.check.Checker;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;

/** What a check makes of an experiment's datasets together. */
class ExperimentCheckTest {

    @TempDir private static Path cache;

    private static final ExtensionCatalog CATALOG =
            ExtensionCatalog.of(new PluginLoading(List.of(SketchPlugin.loaded()), List.of()));

    @Test
    void aMatrixIsWarnedOfWhatNamesNothingInOneOfItsExperiments() {
        CheckOutcome outcome =
                check(
                        "matrix={corpus.anatomy: [chest, head]}",
                        "values={anatomy: {chest: thorax, breast: mamma}}");

        assertThat(outcome.datasets())
                .extracting(DatasetReport::name)
                .containsExactly("corpus", "tasks.painted", "corpus");
        assertThat(outcome.warnings())
                .containsExactly(
                        "values: no image has anatomy chest, so its rule does nothing; there are breast, head");
        assertThat(outcome.problems()).isEmpty();
    }

    @Test
    void refusesTheTasksThatAPlanRefuses() {
        String folds = "matrix={protocol.folds: [5, 11, 12]}";

        DatasetReport task = check(folds).datasets().get(0);

        assertThat(task.isUsable()).isFalse();
        assertThat(task.problems())
                .containsExactly(
                        "tasks.painted: class dark has 10 images, too few for 11 folds; set protocol.folds to at most 10",
                        "tasks.painted: class dark has 10 images, too few for 12 folds; set protocol.folds to at most 10");
        assertThatThrownBy(
                        () ->
                                new SketchPlans(CATALOG, cache)
                                        .plan(SketchPlans.tree("judge"), Selection.all(), folds))
                .hasMessage("2 mistakes:\n  " + String.join("\n  ", task.problems()));
    }

    private static CheckOutcome check(String... sets) {
        ExperimentFile file =
                ExperimentFile.of(
                        SketchPlans.tree("judge"),
                        Path.of(""),
                        List.of(sets),
                        Map.of(),
                        new CatalogExtensions(CATALOG));
        return new Checker(CATALOG, (name, step, done, images) -> {}).check(file);
    }
}
