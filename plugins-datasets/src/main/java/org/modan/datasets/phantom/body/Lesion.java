/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import java.util.random.RandomGenerator;
import org.modan.nn.layer.Gaussian;

/**
 * A mass whose nature shows in shape and margin, as in the lexicon of BI-RADS: a benign one is a
 * smooth oval, wider than tall, with a sharp edge; a malignant one is irregular, spiculated,
 * taller, blurred, and casts a shadow in ultrasound. Size and brightness tell nothing.
 */
public final class Lesion {

    private static final int RAYS = 9;

    private final double size;
    private final double opacity;
    private final double widthToHeight;
    private final double softness;
    private final double shadow;
    private final Outline outline;

    private Lesion(
            double size,
            double opacity,
            double widthToHeight,
            double softness,
            double shadow,
            Outline outline) {
        this.size = size;
        this.opacity = opacity;
        this.widthToHeight = widthToHeight;
        this.softness = softness;
        this.shadow = shadow;
        this.outline = outline;
    }

    /**
     * Draws a lesion. Each trait is that of its class with normal noise of its own, so that a
     * lesion may be typical in one and not in another.
     *
     * @param difficulty 0 to 1: the standard deviation of that noise grows from a quarter of the
     *     distance between the classes to the whole of it and a quarter more
     */
    public static Lesion draw(boolean malignant, double difficulty, RandomGenerator random) {
        Gaussian noise = new Gaussian(random);
        double deviation = 0.25 + difficulty;
        double size = 0.75 + 0.55 * random.nextDouble();
        double opacity = 0.6 + 0.4 * random.nextDouble();
        double tall = trait(malignant, deviation, noise);
        double rough = trait(malignant, deviation, noise);
        double blurred = trait(malignant, deviation, noise);
        double dense = trait(malignant, deviation, noise);
        Outline outline =
                new Outline(
                        0.03 + 0.11 * Math.max(0, rough),
                        Math.max(0, 0.75 * rough),
                        RAYS + random.nextInt(5),
                        random);
        return new Lesion(
                size,
                opacity,
                mix(1.65, 0.85, tall),
                Math.max(0, mix(0.01, 0.08, blurred)),
                mix(-3, 13, dense),
                outline);
    }

    /** Its outline at a site. */
    public Shape shapeAt(Site site) {
        double radius = site.radius() * size;
        double stretch = Math.sqrt(widthToHeight);
        double reach = radius * outline.reach();
        return Shape.inside(
                Box.around(site.x(), site.y(), reach * stretch, reach / stretch),
                (x, y) -> {
                    double u = (x - site.x()) / (radius * stretch);
                    double v = (y - site.y()) * stretch / radius;
                    return (outline.radius(u, v) - Math.sqrt(u * u + v * v)) * radius;
                });
    }

    /** Share of the lesion in what is seen at its place, 0 to 1. */
    public double opacity() {
        return opacity;
    }

    /** Width of its edge. */
    public double softness() {
        return softness;
    }

    /** What ultrasound loses in it beyond its surroundings, in decibels a unit of length. */
    public double shadow() {
        return shadow;
    }

    private static double trait(boolean malignant, double deviation, Gaussian noise) {
        double typical = malignant ? 1 : 0;
        return Math.max(-0.4, Math.min(1.4, typical + deviation * noise.next()));
    }

    private static double mix(double benign, double malignant, double share) {
        return benign + share * (malignant - benign);
    }
}
