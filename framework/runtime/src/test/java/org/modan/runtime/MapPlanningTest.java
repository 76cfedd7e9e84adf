/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.cost.CostEstimate;
import org.modan.runtime.cost.CostEstimate.Item;
import org.modan.runtime.cost.StepTimes;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.MapEntry;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.spi.ModanException;

/** Maps of the corpus in the matrix. */
class MapPlanningTest {

    private static final ExtensionCatalog CATALOG =
            ExtensionCatalog.of(new PluginLoading(List.of(SketchPlugin.loaded()), List.of()));

    @Test
    void eachArmIsMappedOnceHoweverManyRepeatsThereAre() {
        Plan plan = plan(Selection.all());

        assertThat(plan.representations())
                .extracting(RepresentationCell::title)
                .containsExactly("layout training on the corpus", "layout untrained on the corpus");
        assertThat(plan.maps())
                .extracting(MapEntry::arm, MapEntry::strategy, MapEntry::evaluator)
                .containsExactly(
                        tuple("training", "training", "layout"),
                        tuple("untrained", "untrained", "layout"));
        assertThat(plan.evaluation()).hasSize(2 * 3);
        assertThat(plan.cells()).hasSize(2 + 2 + 6);
        assertThat(plan.representations().stream().map(RepresentationCell::seed).distinct())
                .hasSize(1);
    }

    @Test
    void aMapNeedsNoTask() {
        Map<String, Object> tree = tree();
        tree.remove("tasks");
        tree.put("evaluators", List.of("layout"));

        Plan plan = plan(tree, Selection.all());

        assertThat(plan.pretraining()).hasSize(2);
        assertThat(plan.representations()).hasSize(2);
        assertThat(plan.evaluation()).isEmpty();
    }

    @Test
    void aMapNeedsACorpus() {
        Map<String, Object> tree = tree();
        tree.remove("corpus");
        tree.put("pretrain", List.of("untrained"));

        assertThatThrownBy(() -> plan(tree, Selection.all()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "evaluators.layout: layout looks at the corpus, but there is none; add one (corpus: {dataset: ..., root: ...}), or leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=8",
                "image-size=40",
                "corpus.grey=10",
                "corpus.anatomy=chest",
                "metadata=[modality]",
                "evaluators.layout.spread=2"
            })
    void whatAMapShowsMakesItAnother(String change) {
        assertThat(keys(plan(Selection.all(), change)))
                .hasSize(2)
                .doesNotContainAnyElementsOf(keys(plan(Selection.all())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tasks.painted.grey=10", "protocol.repeats=4", "evaluators.judge.epochs=2"})
    void whatItDoesNotShowLeavesItAlone(String change) {
        assertThat(keys(plan(Selection.all(), change))).isEqualTo(keys(plan(Selection.all())));
    }

    @Test
    void aSelectionOfATaskLeavesMapsOut() {
        assertThat(plan(Selection.parse(List.of("task=painted"))).representations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluator=layout", "task=corpus"})
    void aSelectionMayBeOfMapsAlone(String only) {
        Plan plan = plan(Selection.parse(List.of(only, "arm=untrained")));

        assertThat(plan.pretraining()).hasSize(1);
        assertThat(plan.representations()).hasSize(1);
        assertThat(plan.evaluation()).isEmpty();
    }

    @Test
    void aMapTakesTheTimeOfItsFeatures() {
        assertThat(
                        CostEstimate.of(
                                plan(Selection.parse(List.of("evaluator=layout"))),
                                key -> false,
                                (encoder, images) -> new StepTimes(2, 0.5)))
                .contains(
                        // 2 arms, 20 images
                        new Item("layout on the corpus", 2, Optional.of(Duration.ofSeconds(20))));
    }

    private static List<CellKey> keys(Plan plan) {
        return plan.representations().stream().map(Cell::key).toList();
    }

    private static Plan plan(Selection selection, String... sets) {
        return plan(tree(), selection, sets);
    }

    private static Plan plan(Map<String, Object> tree, Selection selection, String... sets) {
        return new SketchPlans(CATALOG, Path.of("cache")).plan(tree, selection, sets);
    }

    private static Map<String, Object> tree() {
        return SketchPlans.tree("judge", "layout");
    }
}
