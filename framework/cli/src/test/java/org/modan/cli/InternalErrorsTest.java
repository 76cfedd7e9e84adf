/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.cli.console.ExitCode;
import org.modan.cli.console.Printed;
import org.modan.cli.host.Environment;

class InternalErrorsTest {

    @TempDir Path folder;
    private final Printed printed = new Printed();

    @Test
    void keepsTheTraceInAFileAndOffTheScreen() throws IOException {
        assertThat(tell(new IllegalStateException("fold 7 of 5"), folder))
                .isEqualTo(ExitCode.INTERNAL);

        assertThat(printed.told())
                .startsWith("modan: internal error: java.lang.IllegalStateException: fold 7 of 5\n")
                .contains("Please report it together with " + folder)
                .doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(Files.readString(files.findFirst().orElseThrow()))
                    .contains(
                            "modan run small.yaml", "IllegalStateException: fold 7 of 5", "\tat ");
        }
    }

    @Test
    void printsTheTraceIfNoFileCanBeWritten() {
        tell(new IllegalStateException("fold 7 of 5"), folder.resolve("missing"));

        assertThat(printed.told()).contains("\tat org.modan.cli.InternalErrorsTest");
    }

    @Test
    void saysWhatHelpsWhenMemoryIsShort() {
        tell(new OutOfMemoryError("Java heap space"), folder);

        assertThat(printed.told())
                .startsWith("modan: out of memory (Java heap space); use a smaller batch-size or")
                .contains("MODAN_JAVA_OPTS=-Xmx8g", "the same command goes on")
                .doesNotContain("report");
    }

    @Test
    void knowsTheMemoryOfTheEngineAsWell() {
        tell(
                new RuntimeException("step", new RuntimeException("CUDA out of memory. Tried")),
                folder);

        assertThat(printed.told())
                .startsWith("modan: out of memory (CUDA out of memory. Tried); use a smaller");
    }

    @Test
    void saysPlainlyThatTheStackOverflowed() {
        tell(new StackOverflowError(), folder);

        assertThat(printed.told())
                .startsWith("modan: internal error: a computation called itself without end");
    }

    private ExitCode tell(Throwable error, Path temporary) {
        Environment environment =
                new Environment(Map.of(), Map.of("java.io.tmpdir", temporary.toString()), folder);
        return new InternalErrors(environment, List.of("run", "small.yaml"))
                .tell(error, printed.console());
    }
}
