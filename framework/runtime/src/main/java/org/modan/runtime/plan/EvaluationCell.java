/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.spi.Evaluator;
import org.modan.spi.Seed;

/**
 * One repeat of one evaluator on one task, with one encoder or, of a control, with none.
 *
 * @param title such as {@code fine-tune mulsupcon on busi, repeat 1}
 * @param encoder the cell that makes the encoder; empty for a control, which looks at no image
 * @param seed common to all arms, so that they are compared under the same draws
 * @param plugin which plugin's evaluator it is, for provenance
 */
public record EvaluationCell(
        CellKey key,
        Map<String, Object> identity,
        String title,
        Optional<PretrainCell> encoder,
        Task task,
        Evaluator evaluator,
        int repeat,
        Seed seed,
        PluginOrigin plugin)
        implements Cell {

    public EvaluationCell {
        requireNonNull(encoder, "encoder is null");
    }

    /** Those of the encoder among them. */
    @Override
    public Map<String, PluginOrigin> plugins() {
        Map<String, PluginOrigin> plugins = new LinkedHashMap<>();
        plugins.put("evaluator", plugin);
        plugins.put("task", PluginOrigin.of(task.dataset()));
        encoder.ifPresent(cell -> plugins.putAll(cell.plugins()));
        return plugins;
    }

    /** Those of the encoder's corpus among them. */
    @Override
    public Map<String, Integer> skippedImages() {
        Map<String, Integer> skipped = new TreeMap<>();
        encoder.ifPresent(cell -> skipped.putAll(cell.skippedImages()));
        int images = task.dataset().skipped().size();
        if (images > 0) {
            skipped.put("tasks." + task.id(), images);
        }
        return skipped;
    }

    /** One fold alone draws what it draws among the others. */
    public Seed foldSeed(int fold) {
        return seed.derive("fold", fold);
    }
}
