/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.CellKey;

class AbandonedTrainingsTest {

    private static final CellKey PLANNED = new CellKey("0123456789abcdef".repeat(4));
    private static final CellKey OTHER = new CellKey("1123456789abcdef".repeat(4));
    private static final CellKey THIRD = new CellKey("2123456789abcdef".repeat(4));

    @TempDir private Path cells;

    @Test
    void areNamedWithTheRoomTheyTake() throws IOException {
        write(OTHER.folder() + ".partial/checkpoint-00001-000000.safetensors", 90_000);
        write(OTHER.folder() + ".partial/log.csv", 1_000);
        write(THIRD.folder() + "/checkpoint-00002-000003.safetensors", 43_000);
        write(PLANNED.folder() + ".partial/checkpoint-00001-000000.safetensors", 7_000_000);

        assertThat(describe(PLANNED))
                .isEqualTo(
                        "unfinished trainings of other settings take 134 kB in %s; delete those that are not wanted: %s.partial, %s"
                                .formatted(cells, OTHER, THIRD));
        assertThat(describe(PLANNED, THIRD)).contains(" take 91 kB in ");
    }

    @Test
    void areNeitherThoseThatAreDoneNorEvaluations() throws IOException {
        write(OTHER.folder() + "/checkpoint-00001-000000.safetensors", 10);
        write(OTHER.folder() + "/" + CellStore.ENCODER, 10);
        write(THIRD.folder() + ".partial/fold-0.csv", 10);
        write("a-note-of-mine.txt", 10);

        assertThat(describe(PLANNED)).isEmpty();
    }

    @Test
    void areNoneBeforeTheFirstCell() {
        assertThat(new AbandonedTrainings(cells.resolve("not-yet")).describe(List.of())).isEmpty();
    }

    private String describe(CellKey... planned) {
        return new AbandonedTrainings(cells).describe(List.of(planned)).orElse("");
    }

    private void write(String name, int bytes) throws IOException {
        Path file = cells.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
