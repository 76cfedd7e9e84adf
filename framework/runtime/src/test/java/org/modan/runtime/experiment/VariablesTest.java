/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesTest {

    private static final String FILE =
            """
            corpus: {dataset: folder, root: "${SCANS}/images"}
            pretrain: [mulsupcon]
            """;

    @TempDir private Path folder;

    @Test
    void aPathMayNameAVariable() {
        assertThat(root(FILE, Map.of("SCANS", "/data/scans")))
                .isEqualTo(Path.of("/data/scans/images"));
    }

    @Test
    void aRelativePathInAVariableStartsWhereTheCommandWasGiven() {
        assertThat(root(FILE, Map.of("SCANS", "scans")))
                .isEqualTo(Path.of("scans/images").toAbsolutePath());
    }

    @Test
    void anotherValueMayStandInForAVariableThatIsNotSet() {
        String file = FILE.replace("${SCANS}", "${SCANS:-scans}");

        assertThat(root(file, Map.of())).isEqualTo(folder.resolve("scans/images"));
        assertThat(root(file, Map.of("SCANS", " "))).isEqualTo(folder.resolve("scans/images"));
        assertThat(root(file, Map.of("SCANS", "/data"))).isEqualTo(Path.of("/data/images"));
    }

    @Test
    void anOverrideNeedsNoVariable() {
        assertThat(root(FILE, Map.of(), "corpus.root=/data")).isEqualTo(Path.of("/data"));
    }

    @Test
    void aVariableThatIsNotSetIsNamedWithEverythingElseThatIsWrong() {
        assertThatThrownBy(() -> root(FILE + "seed: x\n", Map.of()))
                .hasMessage(
                        """
                        2 mistakes:
                          %1$s:1: corpus.root needs the environment variable SCANS, which is not set; set it, or give --set corpus.root=...
                          %1$s:3: seed must be a whole number, not x"""
                                .formatted(folder.resolve("study.yaml")));
    }

    private Path root(String yaml, Map<String, String> variables, String... sets) {
        Path file = folder.resolve("study.yaml");
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Experiment experiment =
                ExperimentFile.read(file, List.of(sets), variables, new InstalledExtensions())
                        .variants()
                        .get(0)
                        .experiment();
        return Path.of(experiment.corpus().orElseThrow().options().asMap().get("root").toString());
    }
}
