/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.text.Reasons;
import org.modan.spi.EpochReport;

/**
 * Writes the epochs of each pretraining for TensorBoard, one run a cell, named by its title. Folds
 * are left out: hundreds of them would bury the few curves that are compared.
 *
 * <p>These files are for looking at. If they cannot be written, the training goes on without them.
 */
public final class TensorBoardListener implements RunListener {

    private final Path folder;
    private final Clock clock;
    private final Consumer<String> warnings;
    private Optional<Path> run = Optional.empty();
    private Optional<EventFile> file = Optional.empty();

    /**
     * @param folder what {@code tensorboard --logdir} is given; made with the first epoch
     * @param warnings hears why files cannot be written
     */
    public TensorBoardListener(Path folder, Clock clock, Consumer<String> warnings) {
        this.folder = requireNonNull(folder, "folder is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.warnings = requireNonNull(warnings, "warnings is null");
    }

    @Override
    public void cellStarted(Cell cell, int index, int cells) {
        file = Optional.empty();
        run =
                cell instanceof PretrainCell
                        ? Optional.of(folder.resolve(fileName(cell.title())))
                        : Optional.empty();
    }

    /** The first step says which epoch a training begins with, or goes on from. */
    @Override
    public void step(int epoch, int step, int steps, double loss, int images) {
        write(epoch, events -> {});
    }

    @Override
    public void epoch(EpochReport report) {
        write(report.epoch(), events -> events.scalars(report.epoch(), scalars(report)));
    }

    private interface Writing {
        void to(EventFile events) throws IOException;
    }

    private void write(int epoch, Writing writing) {
        if (run.isEmpty()) {
            return;
        }
        try {
            if (file.isEmpty()) {
                file = Optional.of(EventFile.begin(run.get(), epoch, clock));
            }
            writing.to(file.get());
        } catch (IOException e) {
            run = Optional.empty();
            warnings.accept(
                    "no files for TensorBoard in %s: %s; the training itself goes on"
                            .formatted(folder, Reasons.of(e)));
        }
    }

    private static Map<String, Double> scalars(EpochReport report) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("loss", report.loss());
        scalars.put("learning_rate", report.learningRate());
        scalars.put("images_per_second", report.imagesPerSecond());
        report.gradientNorm().ifPresent(norm -> scalars.put("gradient_norm", norm));
        report.positivesPerAnchor()
                .ifPresent(positives -> scalars.put("positives_per_anchor", positives));
        return scalars;
    }

    /** Matrix labels hold brackets, which are patterns to some readers. */
    private static String fileName(String title) {
        return title.replaceAll("[^\\p{L}\\p{N}._=+-]+", "-").replaceAll("^[.-]+|-+$", "");
    }
}
