/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.RandomEncoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** What a failure outside of plugins is told as; see {@code PluginCallTest} for theirs. */
class FailedCellTest {

    @TempDir Path workspace;
    private final PretrainCell cell = RandomEncoder.cell("scratch", 16);

    @Test
    void aDefectIsToldWithWhereItsTraceIs() {
        CellResult result = failed(new IllegalStateException("fold 7 of 5"));

        assertThat(result.status()).isEqualTo(CellResult.Status.FAILED);
        assertThat(result.error())
                .contains(
                        "java.lang.IllegalStateException: fold 7 of 5; Modan was working with what plugin"
                                + " pretrain 1.0 gave it: report this to the plugin's author"
                                + " (see error.txt in %s)".formatted(cell.key().folder()));
        assertThat(trace())
                .content()
                .contains("IllegalStateException: fold 7 of 5", "\tat " + getClass().getName());
    }

    @Test
    void wantOfMemoryIsToldWithWhatHelps() {
        String remedy =
                "use a smaller batch-size or image-size, or give Java more, as in"
                        + " MODAN_JAVA_OPTS=-Xmx8g";

        assertThat(failed(new OutOfMemoryError("Java heap space")).error())
                .contains("out of memory (Java heap space); " + remedy);
        assertThat(
                        failed(
                                        new IllegalStateException(
                                                "step",
                                                new IllegalStateException(
                                                        "CUDA out of memory. Tried to allocate 2 GiB\nat x")))
                                .error())
                .contains("out of memory (CUDA out of memory. Tried to allocate 2 GiB); " + remedy);
        assertThat(trace()).doesNotExist();
    }

    @Test
    void whatIsSaidToTheUserIsToldAsItIs() {
        assertThat(failed(new ModanException(ErrorCode.TRAINING, "the loss is NaN")).error())
                .contains("the loss is NaN");
        assertThat(trace()).doesNotExist();
    }

    @Test
    void anExceptionThatCannotSayWhatItIsIsToldByItsKind() {
        Throwable mute =
                new IllegalStateException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("no words");
                    }
                };

        assertThat(failed(mute).error().orElseThrow()).contains(getClass().getName() + "$");
        assertThat(trace()).content().contains("\tat " + getClass().getName());
    }

    private CellResult failed(Throwable thrown) {
        return new FailedCell(cell, workspace).because(thrown);
    }

    private Path trace() {
        return workspace.resolve(CellStore.TRACE);
    }
}
