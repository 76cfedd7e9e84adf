/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.metadata.MetadataRecord;
import org.modan.spi.Initialization;
import org.modan.spi.Seed;
import org.modan.spi.TrainingRecipe;

/**
 * One encoder to be made.
 *
 * @param title such as {@code pretrain mulsupcon}
 * @param imageFormat what the encoder takes
 * @param initialization how the encoder gets its weights
 * @param recipe how it is trained; empty if it is not
 * @param corpus what it is trained on; empty if it is not trained
 * @param plugin which plugin's strategy it is, for provenance
 */
public record PretrainCell(
        CellKey key,
        Map<String, Object> identity,
        String title,
        EncoderConfig encoder,
        ImageFormat imageFormat,
        Initialization initialization,
        Optional<TrainingRecipe> recipe,
        Optional<Corpus> corpus,
        Seed seed,
        PluginOrigin plugin)
        implements Cell {

    @Override
    public Map<String, PluginOrigin> plugins() {
        Map<String, PluginOrigin> plugins = new LinkedHashMap<>();
        plugins.put("strategy", plugin);
        corpus.ifPresent(known -> plugins.put("corpus", PluginOrigin.of(known.dataset())));
        return plugins;
    }

    @Override
    public Map<String, Integer> skippedImages() {
        return corpus.map(known -> known.dataset().skipped().size())
                .filter(images -> images > 0)
                .map(images -> Map.of("corpus", images))
                .orElse(Map.of());
    }

    /** Whether it is trained on metadata. */
    public boolean usesMetadata() {
        return initialization instanceof Initialization.Train train
                && train.objective().usesMetadata();
    }

    /** What it is told of its images, as JSON values; empty if it is not trained on metadata. */
    public Map<String, Object> metadataRecord() {
        Map<String, Object> record = new LinkedHashMap<>();
        if (usesMetadata()) {
            record.putAll(MetadataRecord.of(corpus.orElseThrow().target()));
            int batchSize = recipe.orElseThrow().batchSize();
            corpus.flatMap(Corpus::positives)
                    .map(positives -> MetadataRecord.of(positives, batchSize))
                    .ifPresent(positives -> record.put("positives", positives));
        }
        return record;
    }
}
