/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modan.nn.internal.weights.LoadAudit;
import org.modan.nn.internal.weights.WeightPart;

class LoadRecordTest {

    private static final LoadAudit AUDIT =
            new LoadAudit(List.of("w", "v"), Map.of(), List.of(), List.of());

    @Test
    void thePartOfACheckpointThatIsTakenIsToldAndKept() {
        LoadRecord record =
                new LoadRecord(
                        Path.of("checkpoint.pth"),
                        Optional.of(new WeightPart("model", List.of("model_ema"))),
                        AUDIT);

        assertThat(record)
                .hasToString(
                        "2 tensors loaded, 0 adapted, 0 missing, 0 unexpected; taken from model; model_ema left out");
        assertThat(record.asMap())
                .containsEntry("part", "model")
                .containsEntry("left-out", List.of("model_ema"));
    }

    @Test
    void aFileOfWeightsAloneHasNoPart() {
        LoadRecord record = new LoadRecord(Path.of("weights.pth"), Optional.empty(), AUDIT);

        assertThat(record).hasToString("2 tensors loaded, 0 adapted, 0 missing, 0 unexpected");
        assertThat(record.asMap()).doesNotContainKeys("part", "left-out");
    }
}
