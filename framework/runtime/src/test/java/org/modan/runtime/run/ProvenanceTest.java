/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Seed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceTest {

    private static final String EARLIER = "2026-01-01T00:00:00Z";

    @TempDir private Path workspace;

    private final Provenance provenance = new Provenance(ComputeDevice.named("cpu"));
    private final Cell cell =
            new PretrainCell(
                    new CellKey("c".repeat(64)),
                    Map.of("kind", "pretrain"),
                    "pretrain scratch",
                    new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                    new ImageFormat(8, 1),
                    Initialization.random(),
                    Optional.empty(),
                    Optional.empty(),
                    new Seed(5),
                    new PluginOrigin("scratch", "1.0", "0".repeat(64)));

    @Test
    void aStartLeavesItsTraceBeforeAnythingIsSaved() throws IOException {
        provenance.start(workspace, cell);

        assertThat(recorded().path("starts")).hasSize(1);
        assertThat(recorded().path("title").asString()).isEqualTo("pretrain scratch");
    }

    @Test
    void aCellThatWasInterruptedSaysSinceWhenAndHowOften() throws IOException {
        write("{\"starts\": [\"%s\", \"2026-01-02T00:00:00Z\"]}".formatted(EARLIER));
        Instant before = Instant.now().minusSeconds(1);

        finish();

        JsonNode record = recorded();
        assertThat(record.path("first-started").asString()).isEqualTo(EARLIER);
        assertThat(record.path("interruptions").asInt()).isEqualTo(2);
        assertThat(record.path("starts")).hasSize(3);
        assertThat(Instant.parse(record.path("starts").get(2).asString())).isAfter(before);
        assertThat(record.path("seconds-since-last-start").asDouble()).isBetween(0.0, 600.0);
    }

    @Test
    void anUninterruptedCellHasOneStart() throws IOException {
        finish();

        JsonNode record = recorded();
        assertThat(record.path("interruptions").asInt(-1)).isZero();
        assertThat(record.path("first-started")).isEqualTo(record.path("starts").get(0));
    }

    @Test
    void noCellFailsForWantOfItsHistory() throws IOException {
        for (String damaged : List.of("", "{", "null", "[3]", "{\"starts\": 1}")) {
            write(damaged);

            finish();

            assertThat(recorded().path("starts")).as(damaged).hasSizeBetween(1, 2);
        }
        write("{\"starts\": [{}]}");
        finish();
        assertThat(recorded().path("first-started").asString()).isEqualTo("unknown");
    }

    private void finish() {
        provenance.write(
                workspace, cell, provenance.start(workspace, cell), List.of(), new CellNotes());
    }

    private void write(String text) throws IOException {
        Files.writeString(workspace.resolve("provenance.json"), text);
    }

    private JsonNode recorded() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(workspace.resolve("provenance.json")));
    }
}
