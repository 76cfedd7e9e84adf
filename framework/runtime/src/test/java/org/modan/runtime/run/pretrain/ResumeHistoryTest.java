/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeHistoryTest {

    @TempDir private Path folder;

    @Test
    void remembersAcrossProcesses() {
        new ResumeHistory(folder).add("after epoch 1", List.of());

        assertThat(new ResumeHistory(folder).add("in epoch 2, after step 3", List.of("so", "and")))
                .extracting(entry -> entry.get("where") + ": " + entry.get("remarks"))
                .containsExactly("after epoch 1: []", "in epoch 2, after step 3: [so, and]");
    }

    @Test
    void noTrainingFailsForWantOfItsHistory() throws IOException {
        for (String damaged : List.of("", "[{", "null", "{\"where\": 1}", "[3]")) {
            Files.writeString(folder.resolve("resumed.json"), damaged);

            assertThat(new ResumeHistory(folder).add("after epoch 1", List.of()))
                    .as(damaged)
                    .extracting(entry -> entry.get("where"))
                    .containsExactly("unknown", "after epoch 1");
        }
    }

    @Test
    void leavesNothingOnceItIsToldElsewhere() {
        ResumeHistory history = new ResumeHistory(folder);
        history.add("after epoch 1", List.of());

        history.delete();

        assertThat(folder).isEmptyDirectory();
    }
}
