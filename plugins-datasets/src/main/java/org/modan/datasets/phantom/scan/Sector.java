/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

/**
 * The field of an ultrasound probe: beams that fan out from a virtual apex above the skin.
 *
 * @param apex y of the apex, above the image for a probe that is flat
 * @param skin y where the beam in the middle meets the skin
 * @param spread tangent of the angle between the outermost beam and the middle
 */
public record Sector(double apex, double skin, double spread) {

    /** A wide fan, as for the abdomen. */
    public static Sector curved() {
        return new Sector(-1.5, -0.97, 0.62);
    }

    /** Nearly parallel beams, as for the breast and the neck. */
    public static Sector linear() {
        return new Sector(-8, -0.98, 0.115);
    }

    /** Where a point lies across the fan: -1 at one outermost beam, 1 at the other. */
    double across(double x, double y) {
        return x / ((y - apex) * spread);
    }

    /** How far along its beam a point lies from the skin. */
    double along(double x, double y) {
        double dy = y - apex;
        return Math.sqrt(x * x + dy * dy) - (skin - apex);
    }

    /** The direction of a beam, of length 1: x first. */
    double[] direction(double across) {
        double tangent = across * spread;
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        return new double[] {tangent * cosine, cosine};
    }

    /** The length of the longest beam inside the image. */
    double length() {
        return along(0, 1);
    }
}
