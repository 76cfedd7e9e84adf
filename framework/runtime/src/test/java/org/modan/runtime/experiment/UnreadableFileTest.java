/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.experiment.section.ExperimentProblems;

class UnreadableFileTest {

    @TempDir private Path folder;

    private List<String> mistakes(String yaml) {
        return new ExperimentFolder(folder).mistakes(yaml);
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(
                        () ->
                                ExperimentFile.read(
                                        file, List.of(), Map.of(), new InstalledExtensions()))
                .isInstanceOf(ExperimentProblems.class)
                .hasMessage(message.formatted(file));
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRefused(
                folder.resolve("none.yaml"),
                "%s: does not exist; check the path of the experiment file");
        assertRefused(folder, "%s: is a folder; name the experiment file in it");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "seed: 1\nname: étude\n".getBytes(StandardCharsets.ISO_8859_1));
        Path sixteen = folder.resolve("sixteen.yaml");
        Files.write(sixteen, "seed: 1".getBytes(StandardCharsets.UTF_16));
        Path zeros = folder.resolve("zeros.yaml");
        Files.write(zeros, new byte[] {'a', '\n', 0});
        Path cut = folder.resolve("cut.yaml");
        Files.write(cut, new byte[] {'a', '\n', (byte) 0xC3});
        Path large = folder.resolve("large.yaml");
        Files.write(large, new byte[(1 << 20) + 1]);

        assertRefused(latin, "%s:2: is not UTF-8 text (byte 0xE9); save the file as UTF-8");
        assertRefused(sixteen, "%s:1: is not UTF-8 text (byte 0xFE); save the file as UTF-8");
        assertRefused(zeros, "%s:2: has a control character (U+0000); remove it");
        assertRefused(cut, "%s:2: is not UTF-8 text (byte 0xC3); save the file as UTF-8");
        assertRefused(large, "%s: is larger than 1 MiB, so it is no experiment file");
    }

    @Test
    void readsFilesOfOtherSystems() throws IOException {
        Path file = folder.resolve("windows.yaml");
        Files.writeString(file, "\uFEFFname: étude\r\nseed: x\r\npretrain: [scratch]\r\n");

        assertRefused(
                file,
                """
                2 mistakes:
                  %1$s:1: name must be made of letters, digits, '.', '-' and '_', not étude
                  %1$s:2: seed must be a whole number, not x""");
    }

    @Test
    void refusesWhatHoldsNothing() {
        String empty = "study.yaml:1: is empty; list at least one strategy under 'pretrain:'";

        assertThat(mistakes("")).containsExactly(empty);
        assertThat(mistakes("# to be written\n\n")).containsExactly(empty);
        assertThat(mistakes("null")).containsExactly(empty);
        assertThat(mistakes("{}"))
                .containsExactly(
                        "study.yaml:1: pretrain must list at least one strategy; choose from"
                                + " imagenet, mulsupcon, scratch");
    }

    @Test
    void refusesWhatHasNoKeys() {
        assertThat(mistakes("# arms\n- mulsupcon\n- scratch"))
                .containsExactly("study.yaml:2: must hold 'key: value' pairs at the top level");
        assertThat(mistakes("seed:3"))
                .containsExactly("study.yaml:1: must hold 'key: value' pairs at the top level");
    }

    @Test
    void tellsWhereTheSyntaxIsWrong() {
        assertThat(mistakes("seed: 1\nprotocol:\n\tfolds: 3"))
                .containsExactly(
                        "study.yaml:3: is no YAML at column 1: indented with a tab; use spaces");
        assertThat(mistakes("seed: 1\n  name: x"))
                .containsExactly(
                        "study.yaml:2: is no YAML at column 7: a ':' where none can be; check the"
                                + " indentation of this line and the one before, or put the text"
                                + " in quotes");
        assertThat(mistakes("metadata: [a, b\nseed: 3"))
                .containsExactly(
                        "study.yaml:2: is no YAML at column 5: expected ',' or ']', but got :");
        assertThat(mistakes("seed: 1\nname: \"x\npretrain: [scratch]"))
                .containsExactly(
                        "study.yaml:3: is no YAML at column 20: a quote is opened but never"
                                + " closed; close it");
        assertThat(mistakes("? [a]\n: b"))
                .containsExactly(
                        "study.yaml:1: is no YAML at column 4: a key must be a plain text");
        assertThat(mistakes("name: @x"))
                .containsExactly(
                        "study.yaml:1: is no YAML at column 7: a plain text cannot start with this"
                                + " character; put it in quotes");
    }

    @Test
    void refusesAKeyGivenTwiceAndGoesOn() {
        assertThat(
                        mistakes(
                                """
                                seed: 1
                                pretrain:
                                  - strategy: scratch
                                    epochs: 5
                                    epochs: 6
                                seed: 2
                                nome: x
                                """))
                .containsExactly(
                        "study.yaml:5: epochs is given twice, first in line 4; remove one of them",
                        "study.yaml:6: seed is given twice, first in line 1; remove one of them",
                        "study.yaml:7: nome is unknown; did you mean name?");
    }

    @Test
    void refusesWhatStandsForSomethingElse() {
        String anchors = "anchors (&name) and aliases (*name) are not read; repeat the value";

        assertThat(mistakes("seed: 1\nmetadata: &m [a]"))
                .containsExactly("study.yaml:2: " + anchors);
        assertThat(mistakes("seed: *s")).containsExactly("study.yaml:1: " + anchors);
        assertThat(mistakes("seed: !random 1"))
                .containsExactly("study.yaml:1: tags (!name) are not read; remove the tag");
        assertThat(mistakes("seed: 1\n---\nseed: 2"))
                .containsExactly("study.yaml:3: a second document starts; keep one");
    }

    @Test
    void endsSoonOnTextsMadeToBeHuge() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
        }

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    assertThat(mistakes(laughs.toString())).hasSize(1);
                    assertThat(mistakes("a: " + "[".repeat(100_000)))
                            .containsExactly("study.yaml:1: nested deeper than 50 levels");
                    assertThat(mistakes("a: " + "{b: ".repeat(100_000)))
                            .containsExactly("study.yaml:1: nested deeper than 50 levels");
                });
    }
}
