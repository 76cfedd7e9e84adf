/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.List;
import org.modan.runtime.report.figure.Mark.Point;
import org.modan.runtime.report.text.Markup;

/**
 * Writes a figure as SVG. Colours stand in attributes, so that every program shows them, and the
 * inks' classes beside them, so that a page's style sheet may choose others: one text serves both.
 */
public final class SvgWriter {

    private static final String FONT = "Helvetica, Arial, sans-serif";

    private SvgWriter() {}

    public static String write(Figure figure) {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"%s\">"
                        .formatted(
                                figure.width(),
                                figure.height(),
                                figure.width(),
                                figure.height(),
                                FONT));
        svg.append("<title>%s</title>".formatted(Markup.escape(figure.title())));
        svg.append("<desc>%s</desc>".formatted(Markup.escape(figure.description())));
        figure.marks().forEach(mark -> svg.append('\n').append(of(mark)));
        return svg.append("\n</svg>\n").toString();
    }

    private static String of(Mark mark) {
        if (mark instanceof Mark.Line line) {
            return "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s d=\"%s\"/>"
                    .formatted(
                            line.ink().part(),
                            line.ink().hex(),
                            number(line.width()),
                            dashes(line.dashes()),
                            path(line.points()));
        }
        if (mark instanceof Mark.Dot dot) {
            return "<circle class=\"%s\" fill=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>"
                    .formatted(
                            dot.ink().part(),
                            dot.ink().hex(),
                            number(dot.centre().x()),
                            number(dot.centre().y()),
                            number(dot.radius()));
        }
        if (mark instanceof Mark.Cloud cloud) {
            return "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\" d=\"%s\"/>"
                    .formatted(
                            cloud.ink().part(),
                            cloud.ink().hex(),
                            number(2 * cloud.radius()),
                            points(cloud.centres()));
        }
        Mark.Label label = (Mark.Label) mark;
        return "<text class=\"%s\" fill=\"%s\" x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s>%s</text>"
                .formatted(
                        label.ink().part(),
                        label.ink().hex(),
                        number(label.at().x()),
                        number(label.at().y()),
                        number(label.size()),
                        label.anchor().word(),
                        label.bold() ? " font-weight=\"bold\"" : "",
                        Markup.escape(label.text()));
    }

    private static String dashes(double[] dashes) {
        StringBuilder text = new StringBuilder();
        for (double dash : dashes) {
            text.append(text.length() == 0 ? "" : " ").append(number(dash));
        }
        return dashes.length == 0 ? "" : " stroke-dasharray=\"%s\"".formatted(text);
    }

    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.length() == 0 ? 'M' : 'L');
            path.append(number(point.x())).append(' ').append(number(point.y()));
        }
        return path.toString();
    }

    /** Each a line of no length, which a round cap makes a circle. */
    private static String points(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append('M').append(number(point.x())).append(' ').append(number(point.y()));
            path.append("h0");
        }
        return path.toString();
    }

    /** One decimal at most; a map has too many numbers for a formatter. */
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }
}
