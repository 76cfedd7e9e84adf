/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.training;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.TrainingRecipe;

/**
 * What an experiment changes of a strategy's own recipe. These keys stand beside a strategy's
 * options and mean the same for every strategy, so no strategy has options of these names.
 */
public final class TrainingOverrides {

    static final Option<Integer> EPOCHS =
            Option.integer("epochs", "passes over the corpus")
                    .where("at least 1", value -> value >= 1)
                    .optional();
    // Batch normalisation has no variance, and a contrastive loss no pair, in a batch of one.
    static final Option<Integer> BATCH_SIZE =
            Option.integer("batch-size", "images a step")
                    .where("at least 2", value -> value >= 2)
                    .optional();
    static final Option<Integer> MICRO_BATCH =
            Option.integer("micro-batch", "images computed at once, to save memory")
                    .where("at least 1", value -> value >= 1)
                    .optional();
    static final Option<Double> CLIP_NORM =
            Option.number("clip-norm", "length that longer gradients are scaled down to")
                    .where("greater than 0", value -> value > 0)
                    .optional();
    static final OptionSpec NUMBERS = OptionSpec.of(EPOCHS, BATCH_SIZE, MICRO_BATCH, CLIP_NORM);

    /** What a recipe can do without. */
    static final List<Option<?>> DISPENSABLE = List.of(MICRO_BATCH, CLIP_NORM);

    /** The word that turns off what a strategy's own recipe has. */
    static final String NONE = "none";

    static final String OPTIMIZER = "optimizer";
    static final String SCHEDULE = "schedule";
    static final String AUGMENTATION = "augmentation";

    private final Options numbers;
    private final List<String> off;
    private final OptimizerOverrides optimizer;
    private final ScheduleOverrides schedule;
    private final AugmentationOverrides augmentation;

    /**
     * @param off names of {@link #DISPENSABLE} that are turned off
     */
    TrainingOverrides(
            Options numbers,
            List<String> off,
            OptimizerOverrides optimizer,
            ScheduleOverrides schedule,
            AugmentationOverrides augmentation) {
        this.numbers = requireNonNull(numbers, "numbers is null");
        this.off = List.copyOf(off);
        this.optimizer = requireNonNull(optimizer, "optimizer is null");
        this.schedule = requireNonNull(schedule, "schedule is null");
        this.augmentation = requireNonNull(augmentation, "augmentation is null");
    }

    /** The recipe as the strategy gives it. */
    public static TrainingOverrides none() {
        return new TrainingOverrides(
                empty(NUMBERS),
                List.of(),
                new OptimizerOverrides(empty(OptimizerOverrides.SPEC)),
                new ScheduleOverrides(empty(ScheduleOverrides.SPEC)),
                AugmentationOverrides.of(empty(AugmentationOverrides.SPEC)));
    }

    static Options empty(OptionSpec allOptional) {
        return allOptional.resolve(Map.of(), Path.of(""), problem -> {});
    }

    /** The keys of an arm that are read here. */
    public static List<String> keys() {
        return List.of(
                EPOCHS.name(),
                BATCH_SIZE.name(),
                MICRO_BATCH.name(),
                CLIP_NORM.name(),
                OPTIMIZER,
                SCHEDULE,
                AUGMENTATION);
    }

    /**
     * The recipe with these changes.
     *
     * @throws ModanException if the changes do not fit the recipe; the message starts with the key,
     *     such as {@code optimizer.lr}
     */
    public TrainingRecipe applyTo(TrainingRecipe defaults) {
        TrainingRecipe recipe =
                defaults.withEpochs(numbers.find(EPOCHS).orElse(defaults.epochs()))
                        .withBatchSize(numbers.find(BATCH_SIZE).orElse(defaults.batchSize()))
                        .withOptimizer(optimizer.applyTo(defaults.optimizer()))
                        .withSchedule(schedule.applyTo(defaults.schedule()))
                        .withAugmentation(augmentation.applyTo(defaults.augmentation()));
        recipe = off.contains(MICRO_BATCH.name()) ? recipe.withoutMicroBatch() : recipe;
        recipe = off.contains(CLIP_NORM.name()) ? recipe.withoutClipNorm() : recipe;
        recipe = numbers.find(MICRO_BATCH).map(recipe::withMicroBatch).orElse(recipe);
        recipe = numbers.find(CLIP_NORM).map(recipe::withClipNorm).orElse(recipe);
        requireEpochsAfterWarmup(recipe);
        return recipe;
    }

    private static void requireEpochsAfterWarmup(TrainingRecipe recipe) {
        int warmup = recipe.schedule().warmupEpochs();
        if (recipe.epochs() > 0 && warmup >= recipe.epochs()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "schedule.warmup-epochs is %d, which leaves nothing of %d epochs; set it below %d, or epochs above %d"
                            .formatted(warmup, recipe.epochs(), recipe.epochs(), warmup));
        }
    }

    /** Whether nothing is changed. */
    public boolean isEmpty() {
        return asMap().isEmpty();
    }

    /** The changes, as an experiment file holds them. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>(numbers.asMap());
        off.forEach(name -> map.put(name, NONE));
        map.put(OPTIMIZER, optimizer.asMap());
        map.put(SCHEDULE, schedule.asMap());
        map.put(AUGMENTATION, augmentation.asObject());
        map.values().removeIf(Map.of()::equals);
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingOverrides that && asMap().equals(that.asMap());
    }

    @Override
    public int hashCode() {
        return asMap().hashCode();
    }

    @Override
    public String toString() {
        return "TrainingOverrides" + asMap();
    }
}
