/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.report.figure.Mark.Anchor;
import org.modan.runtime.report.figure.Mark.Point;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.RocCurve;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.text.Numbers;

/** Draws the ROC curves of all arms on one task under one evaluator. */
public final class RocPlot {

    private static final int SIDE = 270;
    private static final int KEY = 17;

    private final Study study;

    public RocPlot(Study study) {
        this.study = requireNonNull(study, "study is null");
    }

    /**
     * @param curves by arm; arms without one are not drawn
     */
    public Figure of(String task, String evaluator, Map<Arm, RocCurve> curves) {
        int width = Frame.LEFT + SIDE + Frame.RIGHT;
        int height = Frame.TOP + SIDE + Frame.BOTTOM + KEY * curves.size() + 8;
        Scale x = new Scale(0, 1, Frame.LEFT, Frame.LEFT + SIDE);
        Scale y = new Scale(0, 1, Frame.TOP + SIDE, Frame.TOP);
        Pen pen = new Pen();
        List<Double> ticks = List.of(0.0, 0.25, 0.5, 0.75, 1.0);
        new Frame(pen, x, y, "false positive rate", "").draw(task + ", " + evaluator, ticks, ticks);
        pen.path(
                Ink.AXIS,
                1,
                List.of(new Point(x.at(0), y.at(0)), new Point(x.at(1), y.at(1))),
                new double[] {4, 4});
        pen.small(Ink.QUIET, x.at(0) + 6, y.at(1) + 14, "true positive rate", Anchor.START);
        double line = Frame.TOP + SIDE + Frame.BOTTOM + 12.0;
        Map<String, String> said = new LinkedHashMap<>();
        for (Map.Entry<Arm, RocCurve> entry : curves.entrySet()) {
            Arm arm = entry.getKey();
            int index = study.arms().indexOf(arm);
            pen.path(Ink.series(index), 1.8, points(entry.getValue(), x, y), Ink.dashes(index));
            pen.path(
                    Ink.series(index),
                    2.4,
                    List.of(
                            new Point(Frame.LEFT, line - 4),
                            new Point(Frame.LEFT + 22.0, line - 4)),
                    Ink.dashes(index));
            String auc =
                    Numbers.of(
                            study.standings().of(study.series(arm, task, evaluator), "auc").mean());
            pen.text(
                    Ink.TEXT,
                    Frame.LEFT + 30.0,
                    line,
                    Pen.fitted(arm.id(), SIDE - 80.0),
                    Anchor.START);
            pen.text(Ink.TEXT, width - Frame.RIGHT, line, auc, Anchor.END);
            said.put(arm.id(), auc);
            line += KEY;
        }
        return new Figure(
                "roc.%s.%s".formatted(task, evaluator),
                "ROC curves on %s, %s".formatted(task, evaluator),
                describe(said),
                width,
                height,
                pen.marks());
    }

    private static List<Point> points(RocCurve curve, Scale x, Scale y) {
        double[] rates = curve.truePositiveRates();
        List<Point> points = new ArrayList<>();
        points.add(new Point(x.at(0), y.at(0)));
        for (int i = 0; i < rates.length; i++) {
            points.add(new Point(x.at(i / (rates.length - 1.0)), y.at(rates[i])));
        }
        return points;
    }

    private static String describe(Map<String, String> said) {
        StringBuilder text = new StringBuilder("Mean AUC: ");
        said.forEach(
                (arm, auc) ->
                        text.append(text.toString().endsWith(": ") ? "" : ", ")
                                .append(arm)
                                .append(' ')
                                .append(auc));
        return text.append('.').toString();
    }
}
