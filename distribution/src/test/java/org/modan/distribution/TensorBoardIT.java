/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is in the files, byte by byte, is tested where they are written. */
@DisabledOnOs(OS.WINDOWS)
class TensorBoardIT {

    @TempDir private Path scratch;

    @Test
    void anExperimentWithoutAFileCanBeWatchedToo() throws Exception {
        Command run =
                Distribution.assembled()
                        .modan(
                                scratch,
                                List.of(
                                        "run",
                                        "--corpus=phantom",
                                        "--strategies=simclr,scratch",
                                        "--epochs=2",
                                        "--image-size=16",
                                        "--set=corpus.task=corpus",
                                        "--set=corpus.patients=16",
                                        "--set=corpus.images-per-patient=1",
                                        "--set=corpus.size=16",
                                        "--set=pretrain.simclr.batch-size=8",
                                        "--tensorboard",
                                        "--out=out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).startsWith("to watch: tensorboard --logdir out/tensorboard\n");
        assertThat(run.out()).contains("tensorboard/");
        Path runs = scratch.resolve("out/tensorboard");
        assertThat(runs.toFile().list())
                .as("scratch trains nothing")
                .containsExactly("pretrain-simclr");
        assertThat(runs.resolve("pretrain-simclr").toFile().listFiles())
                .singleElement()
                .satisfies(
                        file ->
                                assertThat(file)
                                        .content(StandardCharsets.ISO_8859_1)
                                        .contains(
                                                "brain.Event:2",
                                                "loss",
                                                "learning_rate",
                                                "images_per_second"));
    }
}
