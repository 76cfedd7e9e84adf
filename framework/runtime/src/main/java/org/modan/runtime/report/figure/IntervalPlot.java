/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.report.figure.Mark.Anchor;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.text.Numbers;

/** Draws each arm's difference to the reference with its 95% interval, task by task. */
public final class IntervalPlot {

    private static final int WIDTH = 760;
    private static final int ROW = 22;
    private static final int HEAD = 30;
    private static final int NUMBERS = 220;
    private static final double MARGIN = 0.06;

    private record Row(String task, int arm, ComparisonLine line) {}

    private final Study study;

    public IntervalPlot(Study study) {
        this.study = requireNonNull(study, "study is null");
    }

    /** Of one evaluator; empty if no difference has an interval. */
    public List<Figure> of(String evaluator) {
        List<Row> rows = rows(evaluator);
        return rows.isEmpty() ? List.of() : List.of(draw(evaluator, rows));
    }

    private List<Row> rows(String evaluator) {
        List<Row> rows = new ArrayList<>();
        List<Arm> arms = study.arms();
        for (String task : study.tasks()) {
            for (int i = 0; i < arms.size(); i++) {
                int arm = i;
                study.comparison(arms.get(i).id(), task, evaluator)
                        .filter(ComparisonLine::hasInterval)
                        .filter(line -> line.difference().isPresent())
                        .ifPresent(line -> rows.add(new Row(task, arm, line)));
            }
        }
        return rows;
    }

    private Figure draw(String evaluator, List<Row> rows) {
        double left =
                Math.min(
                        220,
                        24
                                + rows.stream()
                                        .mapToDouble(row -> Pen.widthOf(row.line().arm()))
                                        .max()
                                        .orElse(0));
        double low = 0;
        double high = 0;
        for (Row row : rows) {
            low = Math.min(low, row.line().low().orElseThrow());
            high = Math.max(high, row.line().high().orElseThrow());
        }
        double room = (high - low) * MARGIN;
        long tasks = rows.stream().map(Row::task).distinct().count();
        int height = (int) (HEAD * tasks + ROW * rows.size() + 52);
        Scale x = new Scale(low - room, high + room, left, WIDTH - NUMBERS);
        Pen pen = new Pen();
        double bottom = height - 44.0;
        for (double tick : x.ticks(6)) {
            pen.line(Ink.GRID, 1, x.at(tick), 8, x.at(tick), bottom);
            pen.small(Ink.QUIET, x.at(tick), bottom + 16, Scale.text(tick), Anchor.MIDDLE);
        }
        pen.line(Ink.AXIS, 1.5, x.at(0), 8, x.at(0), bottom);
        String reference =
                rows.stream().map(row -> row.line().reference()).distinct().count() == 1
                        ? rows.get(0).line().reference()
                        : "each arm's reference";
        pen.small(
                Ink.QUIET,
                (left + WIDTH - NUMBERS) / 2,
                bottom + 34,
                Pen.fitted(
                        "difference of mean %s to %s".formatted(study.metricTitle(), reference),
                        WIDTH - NUMBERS - left + 160),
                Anchor.MIDDLE);
        double y = 0;
        String task = "";
        for (Row row : rows) {
            if (!row.task().equals(task)) {
                task = row.task();
                y += HEAD;
                pen.bold(Ink.TEXT, 4, y - 6, Pen.fitted(task, left + 200), Anchor.START);
            }
            draw(pen, x, y + ROW / 2.0, row, left);
            y += ROW;
        }
        return new Figure(
                "differences." + evaluator,
                "Differences to %s, %s".formatted(reference, evaluator),
                describe(rows),
                WIDTH,
                height,
                pen.marks());
    }

    private static void draw(Pen pen, Scale x, double y, Row row, double left) {
        ComparisonLine line = row.line();
        Ink ink = Ink.series(row.arm());
        pen.text(Ink.TEXT, 14, y + 4, Pen.fitted(line.arm(), left - 20), Anchor.START);
        double from = x.at(line.low().orElseThrow());
        double to = x.at(line.high().orElseThrow());
        pen.line(ink, 2, from, y, to, y);
        pen.line(ink, 2, from, y - 4, from, y + 4);
        pen.line(ink, 2, to, y - 4, to, y + 4);
        pen.dot(ink, x.at(line.difference().orElseThrow()), y, 4.5);
        pen.text(Ink.TEXT, WIDTH - 4.0, y + 4, numbers(line), Anchor.END);
    }

    private static String numbers(ComparisonLine line) {
        return "%s [%s, %s]"
                .formatted(
                        Numbers.signed(line.difference().orElseThrow()),
                        Numbers.of(line.low()),
                        Numbers.of(line.high()));
    }

    private static String describe(List<Row> rows) {
        StringBuilder text = new StringBuilder("Difference and 95% interval. ");
        rows.forEach(
                row ->
                        text.append(
                                "%s on %s: %s. "
                                        .formatted(
                                                row.line().arm(),
                                                row.task(),
                                                numbers(row.line()))));
        return text.toString().strip();
    }
}
