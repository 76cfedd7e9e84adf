/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.EpochReport;
import org.modan.spi.TrainingRecipe;

/** How far one cell is: folds, in them epochs, in them steps. */
final class CellProgress {

    private final Cell cell;
    private final long started;
    private final Throughput throughput;
    private Optional<Estimate> estimate = Optional.empty();
    private int fold;
    private int folds;
    private int epoch;
    private int epochs;
    private int step;
    private int steps;
    private double loss = Double.NaN;

    CellProgress(Cell cell, long now) {
        this.cell = cell;
        this.started = now;
        this.throughput = new Throughput(now);
        if (cell instanceof PretrainCell pretrain) {
            epochs = pretrain.recipe().map(TrainingRecipe::epochs).orElse(0);
        }
    }

    Cell cell() {
        return cell;
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - started);
    }

    void fold(int now, int all) {
        fold = now;
        folds = all;
        epoch = 0;
        step = 0;
    }

    void step(long now, int ofEpoch, int done, int all, double lossOfStep, int images) {
        epoch = ofEpoch;
        step = done;
        steps = all;
        loss = lossOfStep;
        throughput.add(now, images);
        // Whatever was before the first step, such as finished folds, tells nothing of the speed.
        if (estimate.isEmpty()) {
            estimate = Optional.of(new Estimate(now, fraction()));
        }
    }

    void epoch(long now, EpochReport report) {
        epoch = report.epoch();
        epochs = report.epochs();
        step = steps;
        loss = report.loss();
        throughput.set(now, report.imagesPerSecond());
    }

    /** From 0 to 1; an epoch counts for nothing until it is known how many there are. */
    double fraction() {
        double ofFold = 0;
        if (epochs > 0 && epoch > 0) {
            double ofEpoch = steps > 0 ? (double) step / steps : 1;
            ofFold = Math.min(1, (epoch - 1 + ofEpoch) / epochs);
        }
        return folds > 0 ? Math.max(0, fold - 1 + ofFold) / folds : ofFold;
    }

    Optional<Duration> left(long now) {
        return estimate.flatMap(known -> known.left(now, fraction()));
    }

    /** {@code fold 2/5, epoch 3/10, loss 0.412, 160 images/s}. */
    String activity() {
        List<String> parts = new ArrayList<>();
        if (folds > 0) {
            parts.add("fold %d/%d".formatted(fold, folds));
        }
        if (epoch > 0) {
            parts.add("epoch " + epoch + (epochs > 0 ? "/" + epochs : ""));
            if (step < steps) {
                parts.add("step %d/%d".formatted(step, steps));
            }
            parts.add(String.format(Locale.ROOT, "loss %.4g", loss));
            throughput.text().ifPresent(parts::add);
        }
        return parts.isEmpty() ? "starting" : String.join(", ", parts);
    }
}
