/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.report.figure.Mark.Point;
import org.modan.runtime.report.stored.StoredCell;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.text.Numbers;

/**
 * Draws the loss of each pretraining by epochs, each in a panel of its own: losses of different
 * objectives have no common scale.
 */
public final class LossPlot {

    private static final int WIDE = 270;
    private static final int HIGH = 150;
    private static final double MARGIN = 0.08;

    private final Study study;

    public LossPlot(Study study) {
        this.study = requireNonNull(study, "study is null");
    }

    /** Empty if the arm was not trained. */
    public Optional<Figure> of(Arm arm) {
        List<StoredCell.Epoch> epochs =
                study.run().encoder(arm.id()).stream()
                        .flatMap(cell -> cell.epochs().stream())
                        .filter(epoch -> epoch.loss().isPresent())
                        .toList();
        return epochs.isEmpty() ? Optional.empty() : Optional.of(draw(arm, epochs));
    }

    private Figure draw(Arm arm, List<StoredCell.Epoch> epochs) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (StoredCell.Epoch epoch : epochs) {
            low = Math.min(low, epoch.loss().orElseThrow());
            high = Math.max(high, epoch.loss().orElseThrow());
        }
        double room = (high - low) * MARGIN;
        int first = epochs.get(0).number();
        int last = epochs.get(epochs.size() - 1).number();
        Scale x = new Scale(first, last, Frame.LEFT, Frame.LEFT + WIDE);
        Scale y = new Scale(low - room, high + room, Frame.TOP + HIGH, Frame.TOP);
        Pen pen = new Pen();
        List<Double> ticks =
                x.ticks(Math.min(6, Math.max(1, epochs.size()))).stream()
                        .filter(tick -> tick == Math.rint(tick))
                        .toList();
        new Frame(pen, x, y, "epoch", "loss").draw(arm.id(), ticks, y.ticks(4));
        Ink ink = Ink.series(study.arms().indexOf(arm));
        List<Point> points = new ArrayList<>();
        for (StoredCell.Epoch epoch : epochs) {
            points.add(new Point(x.at(epoch.number()), y.at(epoch.loss().orElseThrow())));
        }
        pen.path(ink, 2, points, new double[0]);
        if (points.size() <= 30) {
            points.forEach(point -> pen.dot(ink, point.x(), point.y(), 2.5));
        }
        return new Figure(
                "loss." + arm.id(),
                "Loss of %s by epochs".formatted(arm.id()),
                "From %s in epoch %d to %s in epoch %d."
                        .formatted(
                                Numbers.of(epochs.get(0).loss()),
                                first,
                                Numbers.of(epochs.get(epochs.size() - 1).loss()),
                                last),
                Frame.LEFT + WIDE + Frame.RIGHT,
                Frame.TOP + HIGH + Frame.BOTTOM,
                pen.marks());
    }
}
