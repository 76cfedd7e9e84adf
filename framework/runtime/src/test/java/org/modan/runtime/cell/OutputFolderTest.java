/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir Path temporary;

    @Test
    void isTakenAgainByTheSameExperiment() {
        Path path = temporary.resolve("out");

        OutputFolder.open(path, "first").close();

        try (OutputFolder again = OutputFolder.open(path, "first")) {
            assertThat(again.path()).isEqualTo(path);
        }
    }

    @Test
    void refusesTheFolderOfAnotherExperiment() {
        Path path = temporary.resolve("out");
        OutputFolder.open(path, "first").close();

        assertThatThrownBy(() -> OutputFolder.open(path, "second"))
                .hasMessage(
                        "%s holds the results of experiment 'first', not of 'second'; give another --out, or set name: first",
                        path);
    }

    @Test
    void refusesAFolderWithOtherThings() throws IOException {
        Files.writeString(temporary.resolve("thesis.tex"), "");

        assertThatThrownBy(() -> OutputFolder.open(temporary, "first"))
                .hasMessageContaining(
                        "holds other things (thesis.tex); give an empty or a new folder as --out");
        assertThat(temporary).isDirectoryContaining(path -> path.endsWith("thesis.tex"));
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("out"), "");

        assertThatThrownBy(() -> OutputFolder.open(file, "first"))
                .hasMessage("%s is a file; --out must be a folder", file);
    }

    @Test
    void namesWhoHoldsIt() {
        Path path = temporary.resolve("out");
        try (OutputFolder held = OutputFolder.open(path, "first")) {
            assertThatThrownBy(() -> OutputFolder.open(held.path(), "first"))
                    .hasMessageContaining(
                            "is in use by process %d on ", ProcessHandle.current().pid())
                    .hasMessageEndingWith("; wait for it, or give another --out");
        }
    }
}
