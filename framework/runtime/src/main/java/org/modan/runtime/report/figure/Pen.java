/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.modan.runtime.report.figure.Mark.Anchor;
import org.modan.runtime.report.figure.Mark.Point;

/** Puts marks on a drawing. */
final class Pen {

    static final double TEXT = 12;

    /** Mean width of a character of the fonts a page has, in heights of the text. */
    private static final double CHARACTER = 0.56;

    private final List<Mark> marks = new ArrayList<>();

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    void line(Ink ink, double width, double x1, double y1, double x2, double y2) {
        path(ink, width, List.of(new Point(x1, y1), new Point(x2, y2)), new double[0]);
    }

    void path(Ink ink, double width, List<Point> points, double[] dashes) {
        marks.add(new Mark.Line(ink, points, width, dashes));
    }

    void dot(Ink ink, double x, double y, double radius) {
        marks.add(new Mark.Dot(ink, new Point(x, y), radius));
    }

    void cloud(Ink ink, List<Point> centres, double radius) {
        marks.add(new Mark.Cloud(ink, centres, radius));
    }

    void text(Ink ink, double x, double y, String text, Anchor anchor) {
        marks.add(new Mark.Label(ink, new Point(x, y), text, TEXT, anchor, false));
    }

    void small(Ink ink, double x, double y, String text, Anchor anchor) {
        marks.add(new Mark.Label(ink, new Point(x, y), text, TEXT - 1, anchor, false));
    }

    void bold(Ink ink, double x, double y, String text, Anchor anchor) {
        marks.add(new Mark.Label(ink, new Point(x, y), text, TEXT + 1, anchor, true));
    }

    /** About how wide a text is: which font it is shown in is not known. */
    static double widthOf(String text) {
        return text.codePointCount(0, text.length()) * TEXT * CHARACTER;
    }

    /** A text cut to about a width. */
    static String fitted(String text, double width) {
        int most = Math.max(2, (int) (width / (TEXT * CHARACTER)));
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
