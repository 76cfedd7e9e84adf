/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Sample;

class IdenticalFilesTest {

    @TempDir private Path root;

    private List<Sample> samples;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(root.resolve("a"), "same");
        Files.writeString(root.resolve("b"), "some");
        Files.writeString(root.resolve("c"), "same");
        Files.writeString(root.resolve("d"), "longer");
        Files.writeString(root.resolve("e"), "some");
        samples =
                List.of(
                        Sample.withId("a").label(0).build(),
                        Sample.withId("b").label(0).build(),
                        Sample.withId("c").label(0).build(),
                        Sample.withId("d").label(1).build(),
                        Sample.withId("e").build());
    }

    @Test
    void groupsFilesOfTheSameBytes() {
        assertThat(new IdenticalFiles(root).among(samples))
                .extracting(group -> group.stream().map(Sample::id).toList())
                .containsExactlyInAnyOrder(List.of("a", "c"), List.of("b", "e"));
    }

    @Test
    void takesACopyWithoutLabelForAContradiction() {
        assertThat(new IdenticalFiles(root).contradictions(samples))
                .extracting(group -> group.stream().map(Sample::id).toList())
                .containsExactly(List.of("b", "e"));
    }

    @Test
    void passesOverAFileThatCannotBeRead() throws IOException {
        Files.delete(root.resolve("c"));

        assertThat(new IdenticalFiles(root).among(samples))
                .extracting(group -> group.stream().map(Sample::id).toList())
                .containsExactly(List.of("b", "e"));
    }

    @Test
    void namesAFewOfMany() {
        assertThat(Few.of(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d, e");
        assertThat(Few.of(List.of("a", "b", "c", "d", "e", "f", "g")))
                .isEqualTo("a, b, c, d, e and 2 more");
    }
}
