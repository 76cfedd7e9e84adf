/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.data.OpenDataset;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Seed;

/**
 * How one encoder lays out the corpus.
 *
 * @param title such as {@code embedding-map mulsupcon on the corpus}
 * @param encoder the cell that makes the encoder
 * @param fields the metadata the experiment chose
 * @param seed common to all arms, so that maps differ by their encoders alone
 * @param plugin which plugin's evaluator it is, for provenance
 */
public record RepresentationCell(
        CellKey key,
        Map<String, Object> identity,
        String title,
        PretrainCell encoder,
        OpenDataset corpus,
        List<String> fields,
        RepresentationEvaluator evaluator,
        Seed seed,
        PluginOrigin plugin)
        implements Cell {

    public RepresentationCell {
        requireNonNull(encoder, "encoder is null");
        requireNonNull(corpus, "corpus is null");
        fields = List.copyOf(fields);
    }

    /** Those of the encoder among them. */
    @Override
    public Map<String, PluginOrigin> plugins() {
        Map<String, PluginOrigin> plugins = new LinkedHashMap<>();
        plugins.put("evaluator", plugin);
        plugins.putAll(encoder.plugins());
        plugins.put("corpus", PluginOrigin.of(corpus));
        return plugins;
    }

    @Override
    public Map<String, Integer> skippedImages() {
        int images = corpus.skipped().size();
        return images == 0 ? Map.of() : Map.of("corpus", images);
    }
}
