/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.runtime.check.CheckOutcome;
import org.modan.runtime.check.Checker;
import org.modan.runtime.check.DatasetReport;
import org.modan.runtime.experiment.ExperimentFile;
import org.modan.runtime.plugin.ExtensionCatalog;
import org.modan.runtime.plugin.PluginLoading;

/** What a check makes of an experiment's datasets together. */
class ExperimentCheckTest {

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

    private static CheckOutcome check(String... sets) {
        ExperimentFile file =
                ExperimentFile.of(
                        Map.of(
                                "name", "checked",
                                "corpus", Map.of("dataset", "painted"),
                                "pretrain", List.of("untrained"),
                                "tasks", List.of("painted"),
                                "evaluators", List.of("judge")),
                        Path.of(""),
                        List.of(sets),
                        Map.of(),
                        new CatalogExtensions(CATALOG));
        return new Checker(CATALOG, (name, step, done, images) -> {}).check(file);
    }
}
