/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

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
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.metadata.MetadataTarget;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.PaintedTasks;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Sample;
import org.modan.spi.Seed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceTest {

    private static final String EARLIER = "2026-01-01T00:00:00Z";

    @TempDir private Path workspace;

    private final Provenance provenance = new Provenance(ComputeDevice.named("cpu"));
    private final PretrainCell cell = scratch(Optional.empty());

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

    @Test
    void namesThePluginOfEveryPartTheCellIsMadeOf() throws IOException {
        Cell evaluation =
                new EvaluationCell(
                        new CellKey("e".repeat(64)),
                        Map.of("kind", "evaluate"),
                        "fine-tune scratch on lesions, repeat 0",
                        Optional.of(cell),
                        PaintedTasks.ofImages(4),
                        (ControlEvaluator) (train, test, seed) -> null,
                        0,
                        new Seed(4),
                        new PluginOrigin("judges", "2.0", "a".repeat(64)));

        finish(evaluation);

        JsonNode plugins = recorded().path("plugins");
        assertThat(plugins.propertyNames()).containsExactly("evaluator", "task", "strategy");
        assertThat(plugins.path("evaluator").path("id").asString()).isEqualTo("judges");
        assertThat(plugins.path("evaluator").path("version").asString()).isEqualTo("2.0");
        assertThat(plugins.path("evaluator").path("sha256").asString()).isEqualTo("a".repeat(64));
        assertThat(plugins.path("task").path("id").asString()).isEqualTo("painter");
        assertThat(plugins.path("strategy").path("id").asString()).isEqualTo("scratch");
        assertThat(recorded().path("plugin").path("id").asString()).isEqualTo("judges");
    }

    @Test
    void anEncoderNamesWhoseCodeReadItsCorpus() throws IOException {
        OpenDataset corpus =
                PaintedFactory.open(
                        new PaintedDataset("benign").add(Sample.withId("a").label(0).build(), 10));

        finish(
                scratch(
                        Optional.of(
                                new Corpus(
                                        corpus,
                                        MetadataTarget.encode(corpus, List.of()),
                                        Optional.empty()))));

        JsonNode plugins = recorded().path("plugins");
        assertThat(plugins.propertyNames()).containsExactly("strategy", "corpus");
        assertThat(plugins.path("corpus").path("id").asString()).isEqualTo("painter");
        assertThat(plugins.path("corpus").path("sha256").asString()).isEqualTo("0".repeat(64));
    }

    private static PretrainCell scratch(Optional<Corpus> corpus) {
        return new PretrainCell(
                new CellKey("c".repeat(64)),
                Map.of("kind", "pretrain"),
                "pretrain scratch",
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(8, 1),
                Initialization.random(),
                Optional.empty(),
                corpus,
                new Seed(5),
                new PluginOrigin("scratch", "1.0", "0".repeat(64)));
    }

    private void finish() {
        finish(cell);
    }

    private void finish(Cell finished) {
        provenance.write(
                workspace,
                finished,
                provenance.start(workspace, finished),
                List.of(),
                new CellNotes());
    }

    private void write(String text) throws IOException {
        Files.writeString(workspace.resolve("provenance.json"), text);
    }

    private JsonNode recorded() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(workspace.resolve("provenance.json")));
    }
}
