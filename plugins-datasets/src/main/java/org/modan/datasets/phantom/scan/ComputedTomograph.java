/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.modan.datasets.phantom.body.Grid;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Image;

/**
 * Hounsfield units in a window, with Gaussian noise, a few streaks across the body, and a slightly
 * darker middle as from beam hardening. All three scale with the window, as a scan's dose is chosen
 * for what is to be seen.
 */
public final class ComputedTomograph implements Scanner {

    private static final double NOISE = 0.035;
    private static final double STREAK = 0.07;
    private static final double STREAK_WIDTH = 0.035;
    private static final int STREAKS = 7;
    private static final double CUPPING = 0.06;

    private final SectionAnatomy anatomy;
    private final double level;
    private final double width;

    /**
     * @param level the middle of the window, in Hounsfield units
     * @param width of the window
     */
    public ComputedTomograph(SectionAnatomy anatomy, double level, double width) {
        this.anatomy = requireNonNull(anatomy, "anatomy is null");
        this.level = level;
        this.width = width;
    }

    @Override
    public Image scan(
            int size, Variation variation, Optional<Lesion> lesion, RandomGenerator noise) {
        Section section = new Section(size, Tissue.AIR, Tissue::hounsfield, tissue -> 0);
        Site site = anatomy.draw(section, variation);
        lesion.ifPresent(
                mass ->
                        section.paint(
                                mass.shapeAt(site),
                                Tissue.LESION,
                                mass.softness(),
                                mass.opacity()));
        Grid hounsfield = section.shown();
        addArtefacts(hounsfield, noise);
        return new Display(level - width / 2, level + width / 2).show(hounsfield);
    }

    private void addArtefacts(Grid grid, RandomGenerator random) {
        Gaussian gaussian = new Gaussian(random);
        double[] streaks = streaks(random);
        double[] values = grid.values();
        int i = 0;
        for (int row = 0; row < grid.size(); row++) {
            double y = grid.coordinate(row);
            for (int column = 0; column < grid.size(); column++, i++) {
                double x = grid.coordinate(column);
                double body = values[i] > -900 ? 1 : 0.4;
                double cup = CUPPING * (x * x + y * y - 0.4);
                double artefact = NOISE * gaussian.next() + body * (cup + streakAt(streaks, x, y));
                values[i] += width * artefact;
            }
        }
    }

    /** Four numbers a streak: its normal, its distance from the centre, its strength. */
    private static double[] streaks(RandomGenerator random) {
        double[] streaks = new double[4 * STREAKS];
        for (int i = 0; i < streaks.length; i += 4) {
            double angle = StrictMath.PI * random.nextDouble();
            streaks[i] = StrictMath.cos(angle);
            streaks[i + 1] = StrictMath.sin(angle);
            streaks[i + 2] = 0.8 * random.nextDouble() - 0.4;
            streaks[i + 3] = STREAK * (2 * random.nextDouble() - 1);
        }
        return streaks;
    }

    private static double streakAt(double[] streaks, double x, double y) {
        double sum = 0;
        for (int i = 0; i < streaks.length; i += 4) {
            double away = Math.abs(x * streaks[i] + y * streaks[i + 1] - streaks[i + 2]);
            sum += streaks[i + 3] * Math.max(0, 1 - away / STREAK_WIDTH);
        }
        return sum;
    }
}
