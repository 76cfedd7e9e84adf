/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.modan.spi.ErrorCode;

class ConsoleTest {

    private final Printed printed = new Printed();

    @Test
    void keepsResultsAndProgressApart() {
        printed.console().print("a result");
        printed.console().tell("a remark");

        assertThat(printed.result()).isEqualTo("a result\n");
        assertThat(printed.told()).isEqualTo("a remark\n");
    }

    @Test
    void linesAppearAboveTheStatus() {
        printed.console().status("50%");
        printed.console().tell("done");

        assertThat(printed.told()).isEqualTo("\r50%\r   \rdone\n\r50%");
    }

    @Test
    void aShorterStatusLeavesNothingOfTheLongerOne() {
        printed.console().status("epoch 10");
        printed.console().status("end");

        assertThat(printed.told()).isEqualTo("\repoch 10\r        \r\rend");
    }

    @Test
    void anEmptyStatusIsGone() {
        printed.console().status("50%");
        printed.console().status("");
        printed.console().tell("next");

        assertThat(printed.told()).isEqualTo("\r50%\r   \rnext\n");
    }

    @Test
    void knowsWhichCharactersItsReaderWillSee() {
        assertThat(printed.console().canShow("±")).isTrue();
        assertThat(new Printed(StandardCharsets.US_ASCII).console().canShow("±")).isFalse();
    }

    @Test
    void everyErrorHasTheExitCodeOfItsKind() {
        assertThat(ExitCode.of(ErrorCode.CONFIGURATION).code()).isEqualTo(2);
        assertThat(ExitCode.of(ErrorCode.DATASET).code()).isEqualTo(2);
        assertThat(ExitCode.of(ErrorCode.OUTPUT).code()).isEqualTo(2);
        assertThat(ExitCode.of(ErrorCode.PLUGIN).code()).isEqualTo(3);
        assertThat(ExitCode.of(ErrorCode.TRAINING).code()).isEqualTo(4);
        assertThat(ExitCode.DONE.code()).isZero();
        assertThat(ExitCode.INTERNAL.code()).isEqualTo(1);
        assertThat(ExitCode.INTERRUPTED.code()).isEqualTo(130);
    }
}
