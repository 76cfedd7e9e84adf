/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.TrainingRecipe;

/** A training recipe as JSON values, in the words of the experiment file. */
public final class RecipeRecord {

    private RecipeRecord() {}

    public static Map<String, Object> of(TrainingRecipe recipe) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("epochs", recipe.epochs());
        map.put("batch-size", recipe.batchSize());
        // Not below the batch it changes nothing, and is no other training.
        recipe.microBatch().stream()
                .filter(images -> images < recipe.batchSize())
                .forEach(images -> map.put("micro-batch", images));
        recipe.clipNorm().ifPresent(norm -> map.put("clip-norm", norm));
        map.put("optimizer", of(recipe.optimizer()));
        map.put("schedule", of(recipe.schedule()));
        map.put("augmentation", of(recipe.augmentation()));
        return map;
    }

    private static Map<String, Object> of(OptimizerSpec optimizer) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", lower(optimizer.rule()));
        map.put("lr", optimizer.learningRate());
        map.put("weight-decay", optimizer.weightDecay());
        map.put("decay-batch-norm", optimizer.batchNormDecay());
        if (optimizer.rule() == OptimizerSpec.Rule.SGD) {
            map.put("momentum", optimizer.momentum());
            map.put("nesterov", optimizer.nesterov());
        } else {
            map.put("betas", List.of(optimizer.beta1(), optimizer.beta2()));
            map.put("epsilon", optimizer.epsilon());
        }
        return map;
    }

    private static Map<String, Object> of(ScheduleSpec schedule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", lower(schedule.shape()));
        if (schedule.shape() == ScheduleSpec.Shape.STEP) {
            map.put("step-epochs", schedule.stepEpochs());
            map.put("gamma", schedule.gamma());
        }
        map.put("warmup-epochs", schedule.warmupEpochs());
        return map;
    }

    private static Map<String, Object> of(AugmentationSpec augmentation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("crop-scale", List.of(augmentation.minScale(), augmentation.maxScale()));
        map.put("flip", augmentation.flipProbability());
        map.put("jitter", augmentation.jitterProbability());
        map.put("brightness", augmentation.brightness());
        map.put("contrast", augmentation.contrast());
        return map;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
