/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.Initialization;
import org.modan.spi.MemoryLayout;
import org.modan.spi.Seed;
import tools.jackson.databind.json.JsonMapper;

class ReplacedJarsTest {

    private static final PluginOrigin NOW = new PluginOrigin("acme", "1.0", "a".repeat(64));

    @TempDir private Path folder;

    @Test
    void aRebuiltReleaseIsNamedWithTheCellsThatDoNotKnowIt() throws IOException {
        record("b", Map.of("strategy", new PluginOrigin("acme", "1.0", "f".repeat(64))));
        record("c", Map.of("strategy", new PluginOrigin("acme", "1.0", "e".repeat(64))));

        assertThat(describe("c", "b"))
                .containsExactly(
                        "plugin acme 1.0: another jar of this version made 2 of the cells that are done, such as cells/bbbbbbbbbbbbbbbb; what it made stays. If its code has changed, give it another version (one that ends in -SNAPSHOT is told apart by its jar), or delete such folders");
    }

    @Test
    void thereIsNothingToSayOfTheSameJarOrOfAnotherVersion() throws IOException {
        record("b", Map.of("strategy", NOW));
        record("c", Map.of("strategy", new PluginOrigin("acme", "0.9", "f".repeat(64))));

        assertThat(describe("b", "c")).isEmpty();
    }

    @Test
    void aCellWithoutSuchARecordIsNoReasonToStop() throws IOException {
        write("b", "{");
        write("c", "{\"plugin\": {\"id\": \"acme\"}}");

        assertThat(describe("b", "c", "d")).isEmpty();
    }

    private List<String> describe(String... keys) {
        List<Cell> done = List.of(keys).stream().map(ReplacedJarsTest::cell).toList();
        return new ReplacedJars(new CellStore(folder)).describe(done);
    }

    private void record(String key, Map<String, PluginOrigin> plugins) throws IOException {
        write(key, JsonMapper.shared().writeValueAsString(Map.of("plugins", plugins)));
    }

    private void write(String key, String text) throws IOException {
        Path cell = Files.createDirectory(folder.resolve(key.repeat(16)));
        Files.writeString(cell.resolve("provenance.json"), text);
    }

    private static Cell cell(String key) {
        return new PretrainCell(
                new CellKey(key.repeat(64)),
                Map.of("kind", "pretrain"),
                "pretrain acme",
                new EncoderConfig("resnet18", "3x3s1", 1, MemoryLayout.CHANNELS_FIRST),
                new ImageFormat(8, 1),
                Initialization.random(),
                Optional.empty(),
                Optional.empty(),
                new Seed(5),
                NOW);
    }
}
