/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final Path WORK = Path.of("/home/ada/study");

    @Test
    void showsPathsAsAUserWouldTypeThem() {
        Environment environment = new Environment(Map.of(), Map.of(), WORK);

        assertThat(environment.shown(WORK.resolve("results/demo"))).isEqualTo("results/demo");
        assertThat(environment.shown(Path.of("/data/busi"))).isEqualTo("/data/busi");
        assertThat(environment.shown(WORK)).isEqualTo("/home/ada/study");
    }

    @Test
    void readsPathListsAsThePlatformWritesThem() {
        Environment environment =
                new Environment(
                        Map.of("MODAN_PLUGINS", "mine:/opt/plugins:"),
                        Map.of("path.separator", ":"),
                        WORK);

        assertThat(environment.paths("MODAN_PLUGINS"))
                .containsExactly(WORK.resolve("mine"), Path.of("/opt/plugins"));
        assertThat(environment.paths("OTHER")).isEmpty();
    }

    @Test
    void drawsABarOnlyWhereSomebodyLooks() {
        Map<String, String> terminal = Map.of("modan.terminal", "true");

        assertThat(canRedraw(Map.of("TERM", "xterm"), terminal)).isTrue();
        assertThat(canRedraw(Map.of("TERM", "dumb"), terminal)).isFalse();
        assertThat(canRedraw(Map.of("TERM", "xterm", "CI", "true"), terminal)).isFalse();
        assertThat(canRedraw(Map.of("TERM", "xterm"), Map.of("modan.terminal", "false"))).isFalse();
    }

    @Test
    void takesTheColumnsTheShellSaysUnlessTheyAreAbsurd() {
        assertThat(columns("132")).isEqualTo(132);
        assertThat(columns("3")).isEqualTo(80);
        assertThat(columns("wide")).isEqualTo(80);
    }

    private static boolean canRedraw(
            Map<String, String> variables, Map<String, String> properties) {
        return Terminal.canRedraw(new Environment(variables, properties, WORK));
    }

    private static int columns(String said) {
        return Terminal.textColumns(new Environment(Map.of("COLUMNS", said), Map.of(), WORK));
    }
}
