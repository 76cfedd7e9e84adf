/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.experiment.EncoderConfig;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Corpus;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.spi.Initialization;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.TrainingRecipe;
import org.modan.spi.TransferEvaluator;

/**
 * How long the cells of a plan will take that are not done. With {@code t} seconds to train on one
 * image and {@code f} to pass it forward:
 *
 * <ul>
 *   <li>a training of {@code e} epochs over {@code n} images in {@code v} views: {@code e n v t},
 *       and {@code e n v f} more where batches are computed in parts;
 *   <li>a fold that trains the encoder {@code p} times over {@code a} images and tests {@code b}:
 *       {@code p a t + (a + b) f};
 *   <li>probes of one encoder on one dataset of {@code n} images, or maps of it, however many:
 *       {@code n f}.
 * </ul>
 *
 * Everything else takes little beside these.
 */
public final class CostEstimate {

    /**
     * The time of cells of a kind.
     *
     * @param what such as {@code fine-tune on busi}
     * @param cells how many of them are to be run
     * @param time all of them together; empty if it cannot be known
     */
    public record Item(String what, int cells, Optional<Duration> time) {}

    private record Shape(EncoderConfig encoder, ImageFormat images) {}

    private final StepTimer timer;
    private final Map<Shape, StepTimes> times = new HashMap<>();
    private final Set<List<Object>> featured = new HashSet<>();
    private final Map<String, List<OptionalDouble>> seconds = new LinkedHashMap<>();

    private CostEstimate(StepTimer timer) {
        this.timer = timer;
    }

    /**
     * @param done whether a cell need not be run
     * @return one item for each title of a pretraining cell, one for each evaluator on each task,
     *     and one for each that maps the corpus
     */
    public static List<Item> of(Plan plan, Predicate<CellKey> done, StepTimer timer) {
        CostEstimate estimate = new CostEstimate(timer);
        missing(plan.pretraining(), done)
                .forEach(cell -> estimate.add(cell.title(), estimate.pretraining(cell)));
        List<EvaluationCell> evaluations = missing(plan.evaluation(), done);
        for (EvaluationCell cell : evaluations) {
            String evaluator = (String) cell.identity().get("id");
            estimate.add(
                    "%s on %s".formatted(evaluator, cell.task().id()), estimate.evaluation(cell));
        }
        for (RepresentationCell cell : missing(plan.representations(), done)) {
            String evaluator = (String) cell.identity().get("id");
            estimate.add(
                    evaluator + " on the corpus",
                    OptionalDouble.of(estimate.features(cell.encoder(), cell.corpus())));
        }
        List<Item> items = new ArrayList<>();
        estimate.seconds.forEach((what, each) -> items.add(item(what, each)));
        return items;
    }

    private static <C extends Cell> List<C> missing(List<C> cells, Predicate<CellKey> done) {
        return cells.stream().filter(cell -> !done.test(cell.key())).toList();
    }

    private static Item item(String what, List<OptionalDouble> each) {
        boolean known = each.stream().allMatch(OptionalDouble::isPresent);
        double sum = each.stream().mapToDouble(one -> one.orElse(0)).sum();
        return new Item(
                what,
                each.size(),
                known ? Optional.of(Duration.ofMillis(Math.round(1000 * sum))) : Optional.empty());
    }

    private void add(String what, OptionalDouble time) {
        seconds.computeIfAbsent(what, key -> new ArrayList<>()).add(time);
    }

    private StepTimes times(PretrainCell cell) {
        return times.computeIfAbsent(
                new Shape(cell.encoder(), cell.imageFormat()),
                shape -> timer.time(shape.encoder(), shape.images()));
    }

    private OptionalDouble pretraining(PretrainCell cell) {
        if (cell.recipe().isEmpty()
                || !(cell.initialization() instanceof Initialization.Train train)) {
            return OptionalDouble.of(0);
        }
        TrainingRecipe recipe = cell.recipe().get();
        int images = cell.corpus().map(Corpus::dataset).orElseThrow().samples().size();
        StepTimes each = times(cell);
        boolean inParts = recipe.microBatch().orElse(recipe.batchSize()) < recipe.batchSize();
        double view = each.training() + (inParts ? each.inference() : 0);
        return OptionalDouble.of(
                (double) recipe.epochs() * images * train.objective().viewsPerImage() * view);
    }

    private OptionalDouble evaluation(EvaluationCell cell) {
        if (cell.evaluator() instanceof TransferEvaluator transfer) {
            return transfer(cell, transfer);
        }
        if (cell.evaluator() instanceof ProbeEvaluator) {
            return OptionalDouble.of(features(cell.encoder().orElseThrow(), cell.task().dataset()));
        }
        return OptionalDouble.of(0);
    }

    private OptionalDouble transfer(EvaluationCell cell, TransferEvaluator evaluator) {
        OptionalDouble passes = evaluator.trainingPasses();
        if (passes.isEmpty()) {
            return OptionalDouble.empty();
        }
        StepTimes each = times(cell.encoder().orElseThrow());
        double time = 0;
        for (int fold = 0; fold < cell.task().folds().folds(); fold++) {
            int train = cell.task().folds().train(cell.repeat(), fold).length;
            int test = cell.task().folds().test(cell.repeat(), fold).length;
            time +=
                    passes.getAsDouble() * train * each.training()
                            + (train + test) * each.inference();
        }
        return OptionalDouble.of(time);
    }

    /** Those of an encoder on a dataset are computed for the first cell that wants them. */
    private double features(PretrainCell encoder, OpenDataset dataset) {
        String images = dataset.digest().images();
        boolean first = featured.add(List.of(encoder.key(), images, encoder.imageFormat()));
        return first ? dataset.samples().size() * times(encoder).inference() : 0;
    }
}
