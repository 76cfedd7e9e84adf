/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The assembled distribution as people meet it first. */
@DisabledOnOs(OS.WINDOWS)
class CommandLineIT {
    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @Test
    void helpsWithoutUnpackingTheEngine() throws Exception {
        Command help = modan("--help");

        assertThat(help.exitCode()).as(help.err()).isZero();
        assertThat(help.out()).contains("usage: modan COMMAND", "demo", "run", "list");
        assertThat(help.err()).isEmpty();
        assertThat(scratch.resolve("cache")).doesNotExist();
    }

    @Test
    void refusesAnUnknownCommandAsAMistakeOfUse() throws Exception {
        Command unknown = modan("rum");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("rum", "run");
    }

    @Test
    void listsWhatTheBuiltInPluginsOffer() throws Exception {
        Command list = modan("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.err()).isEmpty();
        assertThat(list.out())
                .contains("mulsupcon", "scratch", "folder", "busi", "phantom", "fine-tune");
    }

    private Command modan(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(distribution.startScript().toString()));
        words.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of(
                        "PATH", System.getenv("PATH"),
                        "JAVA_HOME", System.getProperty("java.home"),
                        "MODAN_CACHE", scratch.resolve("cache").toString());
        return Command.run(scratch, environment, words);
    }
}
