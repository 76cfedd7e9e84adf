/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.runtime.report.figure.Mark.Anchor;
import org.modan.runtime.report.figure.Mark.Point;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.summary.Palette;

/** Draws the maps of all arms side by side, as the paper's Figure 2 does. */
public final class MapPlot {

    private static final int SIDE = 250;
    private static final int GAP = 16;
    private static final int HEAD = 26;
    private static final int KEY = 18;
    private static final int MOST_COLUMNS = 3;
    private static final double LARGEST = 2.2;

    private MapPlot() {}

    /** One figure an evaluator, coloured by the atlas's first field. */
    public static List<Figure> of(Atlas atlas) {
        Map<String, List<Atlas.Sheet>> evaluators = new LinkedHashMap<>();
        atlas.sheets()
                .forEach(
                        sheet ->
                                evaluators
                                        .computeIfAbsent(
                                                sheet.map().evaluator(), e -> new ArrayList<>())
                                        .add(sheet));
        List<Figure> figures = new ArrayList<>();
        evaluators.forEach((evaluator, sheets) -> figures.add(draw(atlas, evaluator, sheets)));
        return figures;
    }

    private static Figure draw(Atlas atlas, String evaluator, List<Atlas.Sheet> sheets) {
        Pen pen = new Pen();
        int columns = Math.min(MOST_COLUMNS, sheets.size());
        int rows = (sheets.size() + columns - 1) / columns;
        int width = columns * (SIDE + GAP) + GAP;
        int[] codes = atlas.fields().isEmpty() ? new int[0] : atlas.fields().get(0).codes();
        for (int i = 0; i < sheets.size(); i++) {
            double left = GAP + (i % columns) * (double) (SIDE + GAP);
            double top = HEAD + (i / columns) * (double) (SIDE + HEAD + GAP);
            pen.bold(
                    Ink.TEXT,
                    left,
                    top - 8,
                    Pen.fitted(sheets.get(i).map().arm(), SIDE),
                    Anchor.START);
            panel(pen, sheets.get(i), codes, left, top);
        }
        double bottom = rows * (double) (SIDE + HEAD + GAP) + 12;
        double height = key(pen, atlas, width, bottom);
        return new Figure(
                "map." + evaluator,
                "Maps of the features, %s".formatted(evaluator),
                atlas.fields().isEmpty()
                        ? ""
                        : "Each point is an image, coloured by %s; colours are nominal."
                                .formatted(atlas.fields().get(0).name()),
                width,
                (int) Math.ceil(height),
                pen.marks());
    }

    private static void panel(Pen pen, Atlas.Sheet sheet, int[] codes, double left, double top) {
        double[] x = sheet.map().x();
        double[] y = sheet.map().y();
        int[] images = sheet.images();
        Extent extent = Extent.of(x, y);
        Map<Integer, List<Point>> points = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            int code = codes.length == 0 ? -1 : codes[images[i]];
            points.computeIfAbsent(code < Palette.size() ? code : -1, colour -> new ArrayList<>())
                    .add(
                            new Point(
                                    left + extent.across(x[i]) * SIDE,
                                    top + (1 - extent.up(y[i])) * SIDE));
        }
        double radius = Math.max(0.6, Math.min(LARGEST, 60 / Math.sqrt(Math.max(1, x.length))));
        points.forEach((code, centres) -> pen.cloud(ink(code), centres, radius));
    }

    private static Ink ink(int code) {
        return new Ink("value", Palette.colour(code));
    }

    private static double key(Pen pen, Atlas atlas, int width, double top) {
        double x = GAP;
        double y = top;
        if (atlas.fields().isEmpty()) {
            return y;
        }
        List<String> values = atlas.fields().get(0).values();
        for (int i = 0; i < Math.min(values.size(), Palette.size()); i++) {
            double room = 26 + Pen.widthOf(values.get(i));
            if (x + room > width && x > GAP) {
                x = GAP;
                y += KEY;
            }
            pen.dot(ink(i), x + 5, y - 4, 5);
            pen.text(Ink.TEXT, x + 14, y, values.get(i), Anchor.START);
            x += room;
        }
        return y + KEY;
    }
}
