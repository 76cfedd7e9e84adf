/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.EpochReport;

class TrainingLogTest {

    private static final String COLUMNS =
            "epoch,loss,learning_rate,images_per_second,positives_per_anchor,gradient_norm\n";

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log.csv");
    }

    @Test
    void hasOneRowAnEpochAndBlanksForWhatThereIsNot() {
        TrainingLog log = TrainingLog.open(file, 0);
        log.epoch(EpochReport.of(1, 2, 0.1 + 0.2, 1e-4, 123.456));
        log.epoch(
                EpochReport.of(2, 2, 0.25, 0.5, 7)
                        .withGradientNorm(1.5)
                        .withPositivesPerAnchor(3.75));

        assertThat(file)
                .hasContent(
                        COLUMNS
                                + "1,0.30000000000000004,1.0E-4,123.5,,\n"
                                + "2,0.25,0.5,7.0,3.75,1.5\n");
    }

    @Test
    void goesOnAfterTheEpochsThatAreDone() throws IOException {
        Files.writeString(
                file, COLUMNS + "1,0.5,0.1,9.0,2.0,1.0\n2,0.4,0.1,9.0,2.0,1.0\n3,0.3,,,,\n");

        TrainingLog.open(file, 1).epoch(EpochReport.of(2, 3, 0.45, 0.1, 8));

        assertThat(file).hasContent(COLUMNS + "1,0.5,0.1,9.0,2.0,1.0\n2,0.45,0.1,8.0,,\n");
    }

    @Test
    void takesOverWhatALogWithOtherColumnsHas() throws IOException {
        Files.writeString(file, "loss,images_per_second,epoch,colour\n0.5,9.0,1,red\n0.4,9.0,2,\n");

        TrainingLog.open(file, 1).epoch(EpochReport.of(2, 2, 0.25, 0.1, 8));

        assertThat(file).hasContent(COLUMNS + "1,0.5,,9.0,,\n2,0.25,0.1,8.0,,\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "epoch\n",
                "\"epoch",
                "epoch,loss\nfirst,0.5\n-1,0.5\n99999999999,0.5\n",
                "epoch,loss\n\"1,0.5\n",
                "no table at all"
            })
    void noTrainingFailsForWantOfItsLog(String damaged) throws IOException {
        Files.writeString(file, damaged);

        TrainingLog.open(file, 5).epoch(EpochReport.of(6, 6, 0.25, 0.1, 8));

        assertThat(file).hasContent(COLUMNS + "6,0.25,0.1,8.0,,\n");
    }

    @Test
    void bytesThatAreNoTextAreNoTableEither() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});

        TrainingLog.open(file, 5).epoch(EpochReport.of(6, 6, 0.25, 0.1, 8));

        assertThat(file).hasContent(COLUMNS + "6,0.25,0.1,8.0,,\n");
    }
}
