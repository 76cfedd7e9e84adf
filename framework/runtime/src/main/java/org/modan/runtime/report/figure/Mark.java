/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import java.util.List;

/** A thing drawn, in pixels from the upper left corner. */
public sealed interface Mark {

    Ink ink();

    /** A point of a line. */
    record Point(double x, double y) {}

    /** Straight lines from point to point. */
    record Line(Ink ink, List<Point> points, double width, double[] dashes) implements Mark {

        public Line {
            points = List.copyOf(points);
            dashes = dashes.clone();
        }

        @Override
        public double[] dashes() {
            return dashes.clone();
        }
    }

    /** A filled circle. */
    record Dot(Ink ink, Point centre, double radius) implements Mark {}

    /** Many circles of one ink, cheap to write. */
    record Cloud(Ink ink, List<Point> centres, double radius) implements Mark {

        public Cloud {
            centres = List.copyOf(centres);
        }
    }

    /** A line of text. */
    record Label(Ink ink, Point at, String text, double size, Anchor anchor, boolean bold)
            implements Mark {}

    /** The part of a text that stands where it is put. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
