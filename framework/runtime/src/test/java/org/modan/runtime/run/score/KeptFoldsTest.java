/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.run.score.KeptFolds.Fold;

class KeptFoldsTest {

    private static final List<String> TESTED = List.of("a.png", "b.png");
    private static final Fold FOLD =
            new Fold(
                    new FoldResult(3, 1, OptionalDouble.empty(), OptionalDouble.of(1.0 / 3), 8, 2),
                    List.of(
                            new Prediction("a.png", "p1", 3, 1, 1, 0.1 + 0.2),
                            new Prediction("b.png", "", 3, 1, 1, 0.9)));

    @TempDir private Path workspace;
    private KeptFolds kept;

    @BeforeEach
    void keep() throws IOException {
        kept = new KeptFolds(workspace);
        kept.keep(FOLD);
    }

    @Test
    void areFoundAgainWithTheirThreshold() {
        assertThat(kept.find(3, 1, TESTED)).contains(FOLD);
    }

    @Test
    void ofOtherImagesOrAnotherFoldAreScoredAgain() {
        assertThat(kept.find(3, 1, List.of("a.png", "c.png"))).isEmpty();
        assertThat(kept.find(3, 0, TESTED)).isEmpty();
        assertThat(kept.find(2, 1, TESTED)).isEmpty();
    }

    @Test
    void thatAreHalfWrittenOrDamagedAreScoredAgain() throws IOException {
        Files.writeString(workspace.resolve("fold-1.json"), "{\"repeat\": 3,");
        assertThat(kept.find(3, 1, TESTED)).isEmpty();

        Files.delete(workspace.resolve("fold-1.json"));
        assertThat(kept.find(3, 1, TESTED)).isEmpty();
    }

    @Test
    void areDiscardedWhole() throws IOException {
        kept.discard(1);

        assertThat(workspace).isEmptyDirectory();
    }
}
