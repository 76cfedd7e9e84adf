/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.scan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.modan.datasets.phantom.body.Grid;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Projection;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Site;
import org.modan.datasets.phantom.body.Variation;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.Image;

/**
 * A shadow picture: photons that come through follow Beer and Lambert's law, their number that of
 * Poisson, and what is dense is shown bright, as radiographs are read.
 */
public final class Radiograph implements Scanner {

    private static final double PHOTONS = 900;
    private static final double SCATTER = 0.012;
    private static final double LESION_DEPTH = 0.7;
    private static final int NORMAL_FROM = 30;

    private final ProjectionAnatomy anatomy;

    public Radiograph(ProjectionAnatomy anatomy) {
        this.anatomy = requireNonNull(anatomy, "anatomy is null");
    }

    @Override
    public Image scan(
            int size, Variation variation, Optional<Lesion> lesion, RandomGenerator noise) {
        Projection projection = new Projection(size);
        Site site = anatomy.draw(projection, variation);
        lesion.ifPresent(mass -> add(projection, mass, site));
        Grid depth = projection.depth();
        expose(depth, noise);
        return new Display(0.05, 3.6).show(depth);
    }

    private static void add(Projection projection, Lesion mass, Site site) {
        Shape shape = mass.shapeAt(site).inset(-mass.softness());
        double roundness = 0.4 * site.radius() + 2 * mass.softness();
        projection.add(shape, roundness, LESION_DEPTH * mass.opacity() / (2 * roundness));
    }

    private static void expose(Grid depth, RandomGenerator random) {
        Gaussian gaussian = new Gaussian(random);
        double[] values = depth.values();
        for (int i = 0; i < values.length; i++) {
            double expected = PHOTONS * (StrictMath.exp(-values[i]) + SCATTER);
            double counted = Math.max(1, poisson(expected, gaussian, random));
            values[i] = StrictMath.log(PHOTONS / counted);
        }
    }

    /** Exact where counts are few (D. E. Knuth's product), the normal limit where they are many. */
    private static double poisson(double mean, Gaussian gaussian, RandomGenerator random) {
        if (mean >= NORMAL_FROM) {
            return mean + Math.sqrt(mean) * gaussian.next();
        }
        double limit = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
