/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.modan.cli.console.Printed;
import org.modan.runtime.cell.CellResult.FoldResult;
import org.modan.runtime.plan.EvaluationCell;
import org.modan.runtime.plan.PretrainCell;
import org.modan.spi.EpochReport;

class RunReporterTest {

    private static final Path OUTPUT = Path.of("results", "demo");

    private final Printed printed = new Printed();
    private long seconds = 1000;
    private final RunReporter reporter =
            new RunReporter(
                    new LineDisplay(printed.console(), this::nanoTime),
                    Path::toString,
                    this::nanoTime);

    @Test
    void tellsTheStoryOfARunInLines() {
        PretrainCell pretrain = Cells.pretrain("pretrain mulsupcon", 2);
        EvaluationCell evaluation = Cells.evaluation("fine-tune mulsupcon on busi, repeat 0");

        reporter.warning("busi: two images are the same");
        reporter.planned(4, 2, OUTPUT);
        reporter.decoding("busi", 780, 780);
        reporter.cellStarted(pretrain, 3, 4);
        epochs(2, 20);
        reporter.cellFinished(pretrain, Cells.done(pretrain));
        reporter.cellStarted(evaluation, 4, 4);
        reporter.foldStarted(1, 2);
        seconds += 5;
        reporter.foldScored(
                new FoldResult(0, 0, OptionalDouble.of(0.7124), OptionalDouble.empty(), 8, 4));
        reporter.foldStarted(2, 2);
        reporter.foldScored(
                new FoldResult(0, 1, OptionalDouble.of(0.8), OptionalDouble.empty(), 8, 4));
        reporter.cellFinished(evaluation, Cells.done(evaluation, 0.7124, 0.8));

        assertThat(printed.toldLines())
                .containsExactly(
                        "warning: busi: two images are the same",
                        "2 of 4 cells already done, 2 to run; results are in results/demo",
                        "decoded busi: 780 images",
                        "[3/4] pretrain mulsupcon",
                        "[3/4]   epoch 1/2, loss 4.100, 160 images/s",
                        "[3/4]   epoch 2/2, loss 4.200, 160 images/s",
                        "[3/4] pretrain mulsupcon: done in 40 s",
                        "[4/4] fine-tune mulsupcon on busi, repeat 0",
                        "[4/4]   fold 1: AUC 0.712",
                        "[4/4]   fold 2: AUC 0.800",
                        "[4/4] fine-tune mulsupcon on busi, repeat 0: AUC 0.756 over 2 folds, 5.0 s");
        assertThat(printed.result()).isEmpty();
    }

    @Test
    void saysWhenThereIsNothingToDo() {
        reporter.planned(12, 12, OUTPUT);

        assertThat(printed.told())
                .isEqualTo(
                        "12 of 12 cells already done, nothing to run; results are in results/demo\n");
    }

    @Test
    void quickEpochsDoNotFloodTheLog() {
        PretrainCell cell = Cells.pretrain("pretrain simclr", 100);

        reporter.cellStarted(cell, 1, 1);
        epochs(100, 1);

        assertThat(printed.toldLines().stream().filter(line -> line.contains("epoch")))
                .hasSize(10)
                .anyMatch(line -> line.contains("epoch 10/100"))
                .anyMatch(line -> line.contains("epoch 100/100"));
    }

    @Test
    void aLongEpochIsNotSilent() {
        PretrainCell cell = Cells.pretrain("pretrain simclr", 10);

        reporter.cellStarted(cell, 1, 1);
        for (int step = 1; step <= 60; step++) {
            seconds += 1;
            reporter.step(1, step, 100, 5.25, 8);
        }

        assertThat(printed.toldLines())
                .containsExactly(
                        "[1/1] pretrain simclr",
                        "[1/1]   about 16 min left, epoch 1/10, step 30/100, loss 5.250, 8.0 images/s",
                        "[1/1]   about 16 min left, epoch 1/10, step 60/100, loss 5.250, 8.0 images/s");
    }

    @Test
    void foreseesTheEndOnceAnEvaluationHasShownWhatOneTakes() {
        reporter.planned(3, 0, OUTPUT);
        EvaluationCell first = Cells.evaluation("first");
        reporter.cellStarted(first, 1, 3);
        seconds += 600;
        reporter.cellFinished(first, Cells.done(first, 0.5));
        reporter.cellStarted(Cells.evaluation("second"), 2, 3);
        seconds += 60;
        reporter.foldStarted(1, 5);

        assertThat(printed.toldLines().get(printed.toldLines().size() - 1))
                .isEqualTo("[2/3]   all cells about 19 min, fold 1/5");
    }

    @Test
    void doesNotForeseeWhatItCannotKnow() {
        reporter.planned(3, 0, OUTPUT);
        PretrainCell cell = Cells.pretrain("pretrain simclr", 10);
        reporter.cellStarted(cell, 1, 3);
        seconds += 60;
        reporter.step(1, 1, 100, 5, 8);

        assertThat(printed.told()).doesNotContain("about");
    }

    @Test
    void namesWhatFailedAndRemembersIt() {
        PretrainCell cell = Cells.pretrain("pretrain simclr", 10);
        reporter.cellStarted(cell, 1, 2);
        seconds += 3;
        reporter.cellFinished(cell, Cells.failed(cell, "the loss is NaN at epoch 1, step 3"));

        assertThat(printed.told())
                .contains(
                        "[1/2] pretrain simclr: failed after 3.0 s: the loss is NaN at epoch 1, step 3");
        assertThat(reporter.failures())
                .containsExactly(
                        new RunReporter.Failure(
                                "pretrain simclr", "the loss is NaN at epoch 1, step 3"));
    }

    @Test
    void saysEachWarningOnce() {
        reporter.warning("grey images have no hue");
        reporter.warning("grey images have no hue");

        assertThat(printed.told()).isEqualTo("warning: grey images have no hue\n");
    }

    @Test
    void saysWhereAnInterruptedCellGoesOn() {
        PretrainCell cell = Cells.pretrain("pretrain simclr", 10);
        reporter.cellStarted(cell, 1, 2);
        reporter.cellResumed(cell, "after epoch 4");

        assertThat(printed.told()).endsWith("[1/2] pretrain simclr goes on: after epoch 4\n");
    }

    @Test
    void showsHowFarDecodingIs() {
        reporter.decoding("corpus", 1, 1200);
        seconds += 10;
        reporter.decoding("corpus", 400, 1200);

        assertThat(printed.told()).isEqualTo("decoding corpus   400/1200 images\n");
    }

    private void epochs(int epochs, int secondsEach) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            seconds += secondsEach;
            reporter.epoch(EpochReport.of(epoch, epochs, 4 + epoch / 10.0, 0.1, 160));
        }
    }

    private long nanoTime() {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
