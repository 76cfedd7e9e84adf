/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.Predictions.Prediction;

class PredictionsTest {

    @TempDir Path temporary;

    @Test
    void scoresAreReadBackToTheBit() throws IOException {
        List<Prediction> predictions =
                List.of(
                        new Prediction("a,\"b\".png", "patient 1", 0, 4, 1, 1.0 / 3),
                        new Prediction("c.png", "", 0, 4, 0, Double.MIN_VALUE));
        Path file = temporary.resolve("predictions.csv");

        Predictions.write(file, predictions);

        assertThat(Predictions.read(file)).isEqualTo(predictions);
        assertThat(Files.readAllLines(file).get(0))
                .isEqualTo("sample,group,repeat,fold,label,score");
    }
}
