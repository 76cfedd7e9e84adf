/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlWriterTest {

    private static Node read(String yaml) {
        return new YamlReader(
                        Origin.ofText("test", Path.of("")),
                        problem -> {
                            throw new AssertionError(problem.message() + " in\n" + yaml);
                        })
                .read(yaml)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "~",
                "null",
                "true",
                "no",
                "on",
                "007",
                "1e-4",
                "1.10",
                ".nan",
                "-",
                "- x",
                "a: b",
                "a:",
                "# x",
                "a # b",
                "'",
                "\"",
                "\\",
                "C:\\data",
                "@x",
                "%x",
                "&x",
                "*x",
                "!x",
                "[x]",
                "{x}",
                "a, b",
                "two\nlines",
                "line\n",
                "tab\there",
                " around ",
                "été",
                "日本",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "😀",
                "=",
                "<<",
                "---",
                "...",
                "? x",
                "|",
                ">"
            })
    void readsBackEveryTextAsKeyAndValue(String text) {
        Map<String, Object> tree = Map.of("value", text, "key", Map.of(text, List.of(text)));

        assertThat(read(YamlWriter.write(tree)).toObject()).isEqualTo(tree);
    }

    @Test
    void writesLongTextsOnOneLine() {
        String path = "/a folder".repeat(50);

        assertThat(YamlWriter.write(Map.of("root", path)))
                .isEqualTo("root: \"%s\"\n".formatted(path));
    }

    @Test
    void writesNumbersAndFlagsWithoutQuotesAndTextsLikeThemWith() {
        assertThat(YamlWriter.write(List.of(1, 0.07, 1e-7, true, "1", "0.07", "true")))
                .isEqualTo("- 1\n- 0.07\n- 1.0E-7\n- true\n- \"1\"\n- \"0.07\"\n- \"true\"\n");
    }
}
