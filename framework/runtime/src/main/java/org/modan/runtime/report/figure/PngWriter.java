/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.modan.runtime.report.figure.Mark.Point;

/** Writes a figure as PNG on white, at three times its size: 288 dots an inch in a manuscript. */
public final class PngWriter {

    private static final int SCALE = 3;

    private PngWriter() {}

    /**
     * @throws IOException if this Java has no fonts to write with
     */
    public static byte[] write(Figure figure) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        figure.width() * SCALE,
                        figure.height() * SCALE,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(SCALE, SCALE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, figure.width(), figure.height());
            figure.marks().forEach(mark -> draw(graphics, mark));
        } catch (RuntimeException | LinkageError | InternalError e) {
            // Where no font is installed Java fails in one of these ways, by version and platform.
            throw new IOException("no text can be drawn here: " + e, e);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void draw(Graphics2D graphics, Mark mark) {
        graphics.setColor(new Color(mark.ink().rgb()));
        if (mark instanceof Mark.Line line) {
            graphics.setStroke(stroke(line));
            graphics.draw(path(line.points()));
        } else if (mark instanceof Mark.Dot dot) {
            fill(graphics, dot.centre(), dot.radius());
        } else if (mark instanceof Mark.Cloud cloud) {
            cloud.centres().forEach(centre -> fill(graphics, centre, cloud.radius()));
        } else if (mark instanceof Mark.Label label) {
            write(graphics, label);
        }
    }

    private static BasicStroke stroke(Mark.Line line) {
        if (line.dashes().length == 0) {
            return new BasicStroke(
                    (float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] dashes = new float[line.dashes().length];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) line.dashes()[i];
        }
        return new BasicStroke(
                (float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            if (i == 0) {
                path.moveTo(points.get(i).x(), points.get(i).y());
            } else {
                path.lineTo(points.get(i).x(), points.get(i).y());
            }
        }
        return path;
    }

    private static void fill(Graphics2D graphics, Point centre, double radius) {
        graphics.fill(
                new Ellipse2D.Double(
                        centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius));
    }

    private static void write(Graphics2D graphics, Mark.Label label) {
        Font font =
                new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, 1)
                        .deriveFont((float) label.size());
        graphics.setFont(font);
        double width = graphics.getFontMetrics().getStringBounds(label.text(), graphics).getWidth();
        double left =
                switch (label.anchor()) {
                    case START -> label.at().x();
                    case MIDDLE -> label.at().x() - width / 2;
                    case END -> label.at().x() - width;
                };
        graphics.drawString(label.text(), (float) left, (float) label.at().y());
    }
}
