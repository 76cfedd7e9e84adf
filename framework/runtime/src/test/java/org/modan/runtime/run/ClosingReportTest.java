/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.run.listener.RunListener;

class ClosingReportTest {

    @TempDir Path folder;
    private final List<String> warnings = new ArrayList<>();
    private final RunListener listener =
            new RunListener() {
                @Override
                public void warning(String message) {
                    warnings.add(message);
                }
            };

    @Test
    void reportsWhatAnInterruptedRunHasAndLeavesItInterrupted() throws IOException {
        Files.writeString(folder.resolve("experiment.yaml"), "name: early\npretrain: []\n");

        Thread.currentThread().interrupt();
        ClosingReport.writeInterrupted(folder, listener);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("report.html")).content().contains("<h1>early</h1>");
        assertThat(warnings).isEmpty();
    }

    @Test
    void noRunFailsForWantOfAReport() {
        ClosingReport.write(folder, listener);

        assertThat(warnings)
                .containsExactly(
                        "the report could not be made: %1$s is no output folder: it has neither experiment.yaml nor results.csv; give the folder a run wrote to; modan report %1$s tries again"
                                .formatted(folder));
    }
}
