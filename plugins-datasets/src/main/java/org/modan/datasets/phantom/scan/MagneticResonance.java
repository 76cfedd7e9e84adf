/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.modan.datasets.phantom.body.Grid;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Section;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.SmoothNoise;
import org.modan.datasets.phantom.body.Tissue;
import org.modan.datasets.phantom.body.Variation;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Image;

/**
 * T1-weighted signal under a smooth sensitivity of the coil, with Rician noise: the magnitude of a
 * complex signal whose two parts carry Gaussian noise (H. Gudbjartsson, S. Patz, Magn. Reson. Med.
 * 34 (1995) 910), so that the dark background is never quite black.
 */
public final class MagneticResonance implements Scanner {

    private static final double NOISE = 0.035;
    private static final double COIL = 0.3;
    private static final int COIL_CELLS = 2;

    private final SectionAnatomy anatomy;

    public MagneticResonance(SectionAnatomy anatomy) {
        this.anatomy = requireNonNull(anatomy, "anatomy is null");
    }

    @Override
    public Image scan(
            int size, Variation variation, Optional<Lesion> lesion, RandomGenerator noise) {
        Section section = new Section(size, Tissue.AIR, Tissue::signal, tissue -> 0);
        Site site = anatomy.draw(section, variation);
        lesion.ifPresent(
                mass ->
                        section.paint(
                                mass.shapeAt(site),
                                Tissue.LESION,
                                mass.softness(),
                                mass.opacity()));
        Grid signal = section.shown();
        receive(signal, noise);
        return new Display(0, 1.05).show(signal);
    }

    private static void receive(Grid grid, RandomGenerator random) {
        SmoothNoise coil = new SmoothNoise(COIL_CELLS, random);
        Gaussian gaussian = new Gaussian(random);
        double[] values = grid.values();
        int i = 0;
        for (int row = 0; row < grid.size(); row++) {
            double y = grid.coordinate(row);
            for (int column = 0; column < grid.size(); column++, i++) {
                double sensitivity = 1 + COIL * coil.at(grid.coordinate(column), y);
                double real = values[i] * sensitivity + NOISE * gaussian.next();
                double imaginary = NOISE * gaussian.next();
                values[i] = Math.sqrt(real * real + imaginary * imaginary);
            }
        }
    }
}
