/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.modan.datasets.phantom.body.Grid;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Image;

/**
 * B-mode ultrasound. Along each beam the echo is weakened by all tissue above it and partly
 * amplified again for depth (time gain compensation), which leaves shadows behind what absorbs and
 * enhancement behind fluid. Speckle is Rayleigh distributed: the magnitude of a complex Gaussian
 * field, here correlated along and across the beams, so that its grains widen with depth as the fan
 * does. The envelope is shown in decibels.
 */
public final class Ultrasound implements Scanner {

    private static final double BLACK = -37;
    private static final double WHITE = 14;
    private static final double OUTSIDE = 2 * BLACK;

    /** Less than tissue takes away, so that the picture darkens with depth. */
    private static final double COMPENSATION = 2;

    /** Every operator sets the gain otherwise; without that a shadow would show in the mean. */
    private static final double GAIN_SPREAD = 6;

    private final SectionAnatomy anatomy;
    private final Sector sector;

    public Ultrasound(SectionAnatomy anatomy, Sector sector) {
        this.anatomy = requireNonNull(anatomy, "anatomy is null");
        this.sector = requireNonNull(sector, "sector is null");
    }

    @Override
    public Image scan(
            int size, Variation variation, Optional<Lesion> lesion, RandomGenerator noise) {
        Section section = new Section(size, Tissue.FAT, Tissue::echo, Tissue::attenuation);
        Site site = anatomy.draw(section, variation);
        lesion.ifPresent(mass -> add(section, mass, mass.shapeAt(site)));
        int beams = size * 5 / 4;
        int depths = size * 3 / 2;
        double[] envelope = envelope(section, beams, depths);
        double gain = GAIN_SPREAD * (2 * noise.nextDouble() - 1);
        double[] speckle = Speckle.decibels(beams, depths, new Gaussian(noise));
        for (int i = 0; i < envelope.length; i++) {
            envelope[i] += speckle[i] + gain;
        }
        Grid image = convert(envelope, beams, depths, size);
        return new Display(BLACK, WHITE).show(image);
    }

    private static void add(Section section, Lesion mass, Shape shape) {
        section.paint(shape, Tissue.LESION, mass.softness(), mass.opacity());
        section.addLoss(shape, mass.shadow());
    }

    /** Mean echo in decibels by beam and depth. */
    private double[] envelope(Section section, int beams, int depths) {
        double[] envelope = new double[beams * depths];
        double step = sector.length() / depths;
        double radius = sector.skin() - sector.apex();
        for (int beam = 0; beam < beams; beam++) {
            double[] direction = sector.direction(2.0 * beam / (beams - 1) - 1);
            double lost = 0;
            for (int i = 0; i < depths; i++) {
                double along = (i + 0.5) * step;
                double x = (radius + along) * direction[0];
                double y = sector.apex() + (radius + along) * direction[1];
                double attenuation = section.lost().at(x, y);
                envelope[beam * depths + i] =
                        section.shown().at(x, y) - lost + COMPENSATION * along;
                lost += attenuation * step;
            }
        }
        return envelope;
    }

    /** From beams and depths to the picture; black outside the fan. */
    private Grid convert(double[] envelope, int beams, int depths, int size) {
        Grid image = new Grid(size);
        double[] values = image.values();
        double length = sector.length();
        int i = 0;
        for (int row = 0; row < size; row++) {
            double y = image.coordinate(row);
            for (int column = 0; column < size; column++, i++) {
                double x = image.coordinate(column);
                double beam = (sector.across(x, y) + 1) / 2 * (beams - 1);
                double depth = sector.along(x, y) / length * depths - 0.5;
                values[i] =
                        beam < 0 || beam > beams - 1 || depth < 0 || depth > depths - 1
                                ? OUTSIDE
                                : between(envelope, depths, beam, depth, beams);
            }
        }
        return image;
    }

    private static double between(
            double[] envelope, int depths, double beam, double depth, int beams) {
        int column = Math.min(beams - 2, (int) beam);
        int row = Math.min(depths - 2, (int) depth);
        double right = beam - column;
        double down = depth - row;
        int corner = column * depths + row;
        double left = envelope[corner] * (1 - down) + envelope[corner + 1] * down;
        double next = envelope[corner + depths] * (1 - down) + envelope[corner + depths + 1] * down;
        return left * (1 - right) + next * right;
    }
}
