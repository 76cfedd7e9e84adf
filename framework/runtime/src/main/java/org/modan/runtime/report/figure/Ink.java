/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.figure;

import static java.util.Objects.requireNonNull;

/**
 * A colour by its part in a figure. A page may give the part another colour, as in the dark; a file
 * that stands alone has the one given here.
 *
 * @param part the class of marks of this ink in SVG
 * @param rgb the colour on white paper, as {@code 0xRRGGBB}
 */
public record Ink(String part, int rgb) {

    public static final Ink TEXT = new Ink("text", 0x1d2329);
    public static final Ink QUIET = new Ink("quiet", 0x5b6670);
    public static final Ink GRID = new Ink("grid", 0xdfe3e8);
    public static final Ink AXIS = new Ink("axis", 0x8a949e);

    /** Told apart by people who see few colours (Okabe and Ito, 2008), darkened for thin lines. */
    private static final int[] SERIES = {
        0x0072b2, 0xd55e00, 0x00876c, 0xb5538c, 0x8a6d00, 0x3f94c9, 0x6b4fa0, 0x5b6670
    };

    public Ink {
        requireNonNull(part, "part is null");
    }

    /** The ink of an arm, by its place among the arms; after eight they start again. */
    public static Ink series(int index) {
        int colour = index % SERIES.length;
        return new Ink("s" + colour, SERIES[colour]);
    }

    /** The dashes that tell arms of one ink apart; empty for a whole line. */
    public static double[] dashes(int index) {
        return switch (index / SERIES.length % 3) {
            case 0 -> new double[0];
            case 1 -> new double[] {6, 3};
            default -> new double[] {2, 3};
        };
    }

    /** As SVG has it. */
    public String hex() {
        return String.format("#%06x", rgb);
    }
}
