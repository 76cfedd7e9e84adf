/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Map;
import org.modan.spi.Seed;
import org.modan.spi.TransferEvaluator;

/**
 * One repeat of one evaluator on one task with one encoder.
 *
 * @param title such as {@code fine-tune mulsupcon on busi, repeat 1}
 * @param encoder the cell that makes the encoder
 * @param seed common to all arms, so that they are compared under the same draws
 * @param plugin which plugin's evaluator it is, for provenance
 */
public record EvaluationCell(
        CellKey key,
        Map<String, Object> identity,
        String title,
        PretrainCell encoder,
        Task task,
        TransferEvaluator evaluator,
        int repeat,
        Seed seed,
        PluginOrigin plugin)
        implements Cell {}
