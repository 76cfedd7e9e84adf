/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedFolderTest {

    @TempDir Path folder;

    @Test
    void theVariableWinsOverTheFolderBesideTheCheckout() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createDirectories(folder.resolve("shared/golden"));
        Optional<Path> checkout = Optional.of(folder.resolve("checkout"));

        assertThat(SharedFolder.golden(Optional.of(other.toString()), checkout)).isEqualTo(other);
        assertThat(SharedFolder.golden(Optional.empty(), checkout))
                .isEqualTo(folder.resolve("shared/golden"));
    }

    @Test
    void aVariableThatNamesNoFolderFailsRatherThanSkips() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(
                        () ->
                                SharedFolder.golden(
                                        Optional.of(missing.toString()), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("MODAN_GOLDEN is %s, which is no folder".formatted(missing));
    }

    @Test
    void anAbsentFolderSkipsTheTestAndSaysWhich() {
        assertThatThrownBy(
                        () -> SharedFolder.beside(Optional.of(folder.resolve("checkout")), "data"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(
                        "there is no folder %s".formatted(folder.resolve("shared/data")));
    }

    @Test
    void anUnknownCheckoutSkipsTheTest() {
        assertThatThrownBy(() -> SharedFolder.beside(Optional.empty(), "data"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("modan.root is not set");
    }
}
