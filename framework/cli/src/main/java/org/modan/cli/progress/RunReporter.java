/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import org.modan.cli.console.TimeText;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.spi.EpochReport;

/** Puts into words what a run does, and remembers what failed. */
public final class RunReporter implements RunListener {

    /**
     * A cell that failed.
     *
     * @param title of the cell
     * @param cause in the words of the runtime
     */
    public record Failure(String title, String cause) {}

    private final ProgressDisplay display;
    private final Function<Path, String> shown;
    private final LongSupplier nanoTime;
    private final RunProgress run = new RunProgress();
    private final Set<String> warnings = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private Optional<CellProgress> current = Optional.empty();
    private String label = "";

    /**
     * @param shown how a path is written for the user
     * @param nanoTime a clock that is never set
     */
    public RunReporter(
            ProgressDisplay display, Function<Path, String> shown, LongSupplier nanoTime) {
        this.display = requireNonNull(display, "display is null");
        this.shown = requireNonNull(shown, "shown is null");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime is null");
    }

    /** The cells that failed in this run, in the order they did. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void planned(int cells, int done, Path output) {
        run.planned(cells - done);
        String plan = "%d %s to run".formatted(cells - done, cells - done == 1 ? "cell" : "cells");
        if (done > 0) {
            String rest = done == cells ? "nothing to run" : "%d to run".formatted(cells - done);
            plan = "%d of %d cells already done, %s".formatted(done, cells, rest);
        }
        display.notice("%s; results are in %s".formatted(plan, shown.apply(output)));
    }

    @Override
    public void warning(String message) {
        if (warnings.add(message)) {
            display.notice("warning: " + message);
        }
    }

    @Override
    public void decoding(String dataset, int done, int images) {
        if (done == images) {
            display.detail("decoded %s: %d images".formatted(dataset, images));
        } else {
            showImages("decoding " + dataset, done, images);
        }
    }

    @Override
    public void features(String dataset, int done, int images) {
        if (done == images) {
            display.detail("%s   features of %s: %d images".formatted(label, dataset, images));
        } else {
            showImages("features of " + dataset, done, images);
        }
    }

    private void showImages(String activity, int done, int images) {
        display.status(
                new Status(
                        activity,
                        "",
                        (double) done / images,
                        "%d/%d images".formatted(done, images),
                        true,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public void cellStarted(Cell cell, int index, int cells) {
        run.started();
        label = "[%d/%d]".formatted(index, cells);
        current = Optional.of(new CellProgress(cell, nanoTime.getAsLong()));
        display.detail(label + " " + cell.title());
        showStatus(false);
    }

    @Override
    public void cellResumed(Cell cell, String where) {
        display.notice("%s %s goes on: %s".formatted(label, cell.title(), where));
    }

    @Override
    public void told(Cell cell, String text) {
        display.notice("%s %s: %s".formatted(label, cell.title(), text));
    }

    @Override
    public void foldStarted(int fold, int folds) {
        current.ifPresent(cell -> cell.fold(fold, folds));
        showStatus(false);
    }

    @Override
    public void step(int epoch, int step, int steps, double loss, int images) {
        current.ifPresent(
                cell -> cell.step(nanoTime.getAsLong(), epoch, step, steps, loss, images));
        showStatus(false);
    }

    @Override
    public void epoch(EpochReport report) {
        current.ifPresent(
                cell -> {
                    cell.epoch(nanoTime.getAsLong(), report);
                    // The last word on an encoder; a fold's is its score.
                    if (report.epoch() == report.epochs() && cell.cell() instanceof PretrainCell) {
                        display.detail(label + "   " + cell.activity());
                    }
                });
        showStatus(true);
    }

    @Override
    public void foldScored(CellResult.FoldResult fold) {
        String auc =
                fold.auc().isPresent()
                        ? String.format(Locale.ROOT, "AUC %.3f", fold.auc().getAsDouble())
                        : "no AUC, for want of one class";
        display.detail("%s   fold %d: %s".formatted(label, fold.fold() + 1, auc));
    }

    @Override
    public void cellFinished(Cell cell, CellResult result) {
        long now = nanoTime.getAsLong();
        boolean well = result.status() == CellResult.Status.DONE;
        String time =
                current.map(progress -> TimeText.of(progress.elapsed(now)))
                        .orElse("an unknown time");
        current.ifPresent(progress -> run.finished(progress, now, well));
        current = Optional.empty();
        if (well) {
            display.notice("%s %s: %s%s".formatted(label, cell.title(), score(result), time));
        } else {
            String cause = result.error().orElse("no cause is known");
            failures.add(new Failure(cell.title(), cause));
            display.notice(
                    "%s %s: failed after %s: %s".formatted(label, cell.title(), time, cause));
        }
    }

    private static String score(CellResult result) {
        if (result.folds().isEmpty()) {
            return "done in ";
        }
        double[] aucs =
                result.folds().stream().flatMapToDouble(fold -> fold.auc().stream()).toArray();
        if (aucs.length == 0) {
            return "no AUC, done in ";
        }
        double mean = DoubleStream.of(aucs).average().orElseThrow();
        return String.format(Locale.ROOT, "AUC %.3f over %d folds, ", mean, aucs.length);
    }

    private void showStatus(boolean milestone) {
        current.ifPresent(
                cell -> {
                    long now = nanoTime.getAsLong();
                    display.status(
                            new Status(
                                    label,
                                    cell.cell().title(),
                                    cell.fraction(),
                                    cell.activity(),
                                    milestone,
                                    cell.left(now),
                                    run.left(cell, now)));
                });
    }
}
