/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.CellResult.Status;
import org.modan.runtime.plan.CellKey;
import org.modan.spi.Digests;

class CellStoreTest {

    private static final CellKey KEY = new CellKey("0123456789abcdef".repeat(4));

    @TempDir Path folder;

    private CellStore cells;

    @BeforeEach
    void openStore() {
        cells = new CellStore(folder);
    }

    @Test
    void readsAResultFromBeforeThereWereThresholds() throws IOException {
        cells.commit(KEY, done(0.75));
        Path file = cells.folder(KEY).resolve("result.json");
        String text = Files.readString(file);
        assertThat(text).contains("\"threshold\" : 0.5,");

        Files.writeString(file, text.replaceAll("\\s*\"threshold\" : 0.5,", ""));

        assertThat(cells.find(KEY).orElseThrow().folds())
                .containsExactly(
                        new FoldResult(
                                0, 1, OptionalDouble.of(0.75), OptionalDouble.empty(), 80, 20));
    }

    @Test
    void aCellIsThereAsAWholeOrNotAtAll() throws IOException {
        Files.writeString(cells.workspace(KEY).resolve("predictions.csv"), "half");
        assertThat(cells.find(KEY)).isEmpty();

        cells.commit(KEY, done(0.75));

        assertThat(cells.find(KEY)).contains(done(0.75));
        assertThat(cells.folder(KEY).resolve("predictions.csv")).hasContent("half");
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void whatAnInterruptedRunLeftIsStillThere() throws IOException {
        Files.writeString(cells.workspace(KEY).resolve("fold-0.csv"), "kept");

        assertThat(new CellStore(folder).workspace(KEY).resolve("fold-0.csv")).hasContent("kept");
    }

    @Test
    void aFailedCellIsNotDoneAndGivesWayToTheNextTry() throws IOException {
        cells.commit(KEY, failed());
        assertThat(cells.isDone(KEY)).isFalse();
        assertThat(cells.find(KEY)).map(CellResult::error).contains(Optional.of("no luck"));

        Files.writeString(cells.workspace(KEY).resolve(CellStore.PREDICTIONS), "");
        cells.commit(KEY, done(0.5));

        assertThat(cells.isDone(KEY)).isTrue();
        assertThat(folder.toFile().list()).containsExactly(KEY.folder());
    }

    @Test
    void theNextTryFindsWhatTheFailedOneHadDone() throws IOException {
        Files.writeString(cells.workspace(KEY).resolve("fold-0.csv"), "kept");
        Files.writeString(cells.workspace(KEY).resolve(CellStore.TRACE), "of the failure");
        cells.commit(KEY, failed());

        Path workspace = cells.workspace(KEY);

        assertThat(workspace.toFile().list()).containsExactly("fold-0.csv");
        assertThat(cells.find(KEY)).isEmpty();
    }

    @Test
    void theNextTryOfACellThatIsDoneStartsAnew() throws IOException {
        Files.writeString(cells.workspace(KEY).resolve("fold-0.csv"), "of before");
        cells.commit(KEY, done(0.5));

        assertThat(cells.workspace(KEY)).isEmptyDirectory();
        assertThat(cells.find(KEY)).isPresent();
    }

    @Test
    void whatAKilledRunHadReplacedIsSweptAndNothingElse() throws IOException {
        cells.commit(KEY, done(0.5));
        Path replaced = Files.createDirectory(folder.resolve(KEY.folder() + ".replaced"));
        Files.writeString(replaced.resolve(CellStore.TRACE), "of a failure");
        cells.workspace(KEY);

        cells.sweep();

        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(KEY.folder(), KEY.folder() + ".partial");
        assertThat(cells.find(KEY)).isPresent();
        new CellStore(folder.resolve("not-yet")).sweep();
    }

    @Test
    void aCellWhosePredictionsAreDamagedOrGoneIsNotDone() throws IOException {
        Path predictions = cells.workspace(KEY).resolve(CellStore.PREDICTIONS);
        Files.writeString(predictions, "");
        cells.commit(KEY, done(0.5));
        assertThat(cells.isDone(KEY)).isTrue();

        Files.writeString(cells.folder(KEY).resolve(CellStore.PREDICTIONS), "cut");
        assertThat(cells.isDone(KEY)).isFalse();
        Files.delete(cells.folder(KEY).resolve(CellStore.PREDICTIONS));
        assertThat(cells.isDone(KEY)).isFalse();
    }

    @Test
    void aDamagedResultIsAMissingCell() throws IOException {
        cells.commit(KEY, done(0.5));
        Files.writeString(cells.folder(KEY).resolve("result.json"), "{\"key\": \"0123");

        assertThat(cells.find(KEY)).isEmpty();
        Files.writeString(cells.folder(KEY).resolve("result.json"), "null");
        assertThat(cells.find(KEY)).isEmpty();
    }

    @Test
    void aFolderOfAnotherKeyIsNotMistaken() {
        cells.commit(KEY, done(0.5));

        assertThat(cells.find(new CellKey(KEY.folder() + "f".repeat(48)))).isEmpty();
    }

    private static CellResult done(double auc) {
        return new CellResult(
                KEY.digest(),
                "fine-tune scratch on busi, repeat 0",
                Status.DONE,
                Optional.empty(),
                Optional.of(Digests.ofText("")),
                List.of(
                        new FoldResult(
                                0, 1, OptionalDouble.of(auc), OptionalDouble.of(0.5), 80, 20)),
                Map.of("kind", "evaluate"));
    }

    private static CellResult failed() {
        return new CellResult(
                KEY.digest(),
                "fine-tune",
                Status.FAILED,
                Optional.of("no luck"),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
