/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.PaintedTasks;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.plan.Task;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Digests;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;

class PlanResultsTest {

    private static final CellKey DONE = new CellKey("d".repeat(64));
    private static final CellKey FAILED = new CellKey("f".repeat(64));

    @TempDir private Path output;
    private CellStore cells;

    @BeforeEach
    void openStore() {
        cells = new CellStore(output.resolve("cells"));
    }

    @Test
    void everyMetricIsComputedFromThePredictionsThatAreKept() throws IOException {
        done(
                new Prediction("i0", "p0", 0, 0, 0, 0.1),
                new Prediction("i1", "p1", 0, 0, 1, 0.8),
                new Prediction("i2", "p2", 0, 0, 0, 0.6),
                new Prediction("i3", "p3", 0, 0, 1, 0.7),
                new Prediction("i4", "p4", 0, 1, 1, 0.9),
                new Prediction("i5", "p5", 0, 1, 1, 0.2));
        failed();

        List<ResultRow> rows = new PlanResults(cells).rows(entries());

        assertThat(rows.get(0).metric()).isEqualTo("auc");
        assertThat(values(rows, 0))
                .containsEntry("auc", 1.0)
                .containsEntry("patient-auc", 1.0)
                .containsEntry("sensitivity", 1.0)
                .containsEntry("specificity", 0.5)
                .hasSize(14);
        // One class only: what needs both is absent.
        assertThat(values(rows, 1))
                .containsEntry("sensitivity", 0.5)
                .containsOnlyKeys(
                        "sensitivity",
                        "brier",
                        "calibration-error",
                        "patient-sensitivity",
                        "patient-brier",
                        "patient-calibration-error");
        assertThat(rows)
                .filteredOn(row -> row.status() == Status.FAILED)
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.metric()).isEqualTo("auc");
                            assertThat(row.value()).isEmpty();
                            assertThat(row.cell()).isEqualTo(FAILED.folder());
                        });
        Path file = output.resolve(ResultFile.NAME);
        ResultFile.write(file, rows);
        assertThat(ResultFile.read(file)).isEqualTo(rows);
    }

    @Test
    void aCellWhoseFilesAreNotWhatItMadeIsNotThere() throws IOException {
        done(new Prediction("i0", "", 0, 0, 0, 0.1));
        Files.writeString(
                cells.folder(DONE).resolve(CellStore.PREDICTIONS), "sample,group\nspoiled,\n");

        assertThat(new PlanResults(cells).rows(entries())).isEmpty();
    }

    @Test
    void aScoreThatIsNoNumberIsToldWithItsImageAndItsFile() throws IOException {
        done(new Prediction("i0", "", 0, 0, 0, 0.1), new Prediction("i1", "", 0, 0, 1, Double.NaN));

        assertThatThrownBy(() -> new PlanResults(cells).rows(entries()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "%s: the score of i1 is NaN; delete the cell's folder to have it run again",
                        cells.folder(DONE).resolve(CellStore.PREDICTIONS));
    }

    private static Map<String, Double> values(List<ResultRow> rows, int fold) {
        return rows.stream()
                .filter(row -> row.fold().isPresent() && row.fold().getAsInt() == fold)
                .collect(Collectors.toMap(ResultRow::metric, row -> row.value().orElseThrow()));
    }

    private void done(Prediction... predictions) throws IOException {
        Path file = cells.workspace(DONE).resolve(CellStore.PREDICTIONS);
        Predictions.write(file, List.of(predictions));
        cells.commit(
                DONE,
                new CellResult(
                        DONE.digest(),
                        "evaluation",
                        Status.DONE,
                        Optional.empty(),
                        Optional.of(Digests.ofFile(file)),
                        List.of(
                                new FoldResult(
                                        0, 0, OptionalDouble.of(1), OptionalDouble.of(0.5), 2, 4),
                                new FoldResult(
                                        0,
                                        1,
                                        OptionalDouble.empty(),
                                        OptionalDouble.of(0.5),
                                        4,
                                        2)),
                        Map.of("kind", "evaluate")));
    }

    private void failed() {
        cells.workspace(FAILED);
        cells.commit(
                FAILED,
                new CellResult(
                        FAILED.digest(),
                        "evaluation",
                        Status.FAILED,
                        Optional.of("no luck"),
                        Optional.empty(),
                        List.of(),
                        Map.of("kind", "evaluate")));
    }

    private static List<Entry> entries() {
        Task task = PaintedTasks.ofImages(4);
        return List.of(entry("mulsupcon", DONE, task), entry("scratch", FAILED, task));
    }

    private static Entry entry(String arm, CellKey key, Task task) {
        ControlEvaluator unused =
                (train, test, seed) ->
                        FoldScores.of(new double[train.size()], new double[test.size()]);
        return new Entry(
                arm,
                arm,
                "lesions",
                "fine-tune",
                0,
                PaintedTasks.cell(key, task, unused, Optional.empty()));
    }
}
