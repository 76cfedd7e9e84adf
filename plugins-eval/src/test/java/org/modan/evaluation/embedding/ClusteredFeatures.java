/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.modan.nn.layer.Gaussian;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * Feature vectors as a pretrained encoder might give them: groups of images of one modality and
 * anatomy, each of its own size, around a centre and spread along a few directions; nothing below
 * 0, as after a rectifier.
 */
final class ClusteredFeatures {

    private static final int MODALITIES = 4;
    private static final int ANATOMIES = 6;
    private static final int DIRECTIONS = 8;

    private ClusteredFeatures() {}

    static FeatureSet of(int images, int width, Seed seed) {
        RandomGenerator random = seed.random();
        Gaussian gaussian = new Gaussian(random);
        int groups = MODALITIES * ANATOMIES;
        double[][][] directions = new double[groups][DIRECTIONS + 1][width];
        for (double[][] group : directions) {
            for (double[] direction : group) {
                for (int k = 0; k < width; k++) {
                    direction[k] = 0.5 * gaussian.next();
                }
            }
        }
        List<Sample> samples = new ArrayList<>();
        float[][] vectors = new float[images][width];
        for (int i = 0; i < images; i++) {
            double where = random.nextDouble();
            int group = (int) (groups * where * where); // early groups are larger
            fill(vectors[i], directions[group], gaussian);
            samples.add(
                    Sample.withId("image-%05d".formatted(i))
                            .metadata("modality", "modality-" + group % MODALITIES)
                            .metadata("anatomy", "anatomy-" + group / MODALITIES)
                            .build());
        }
        return new InMemoryFeatures(samples, vectors);
    }

    private static void fill(float[] vector, double[][] directions, Gaussian gaussian) {
        double[] sum = directions[DIRECTIONS].clone();
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double weight = 0.4 * gaussian.next();
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weight * directions[direction][k];
            }
        }
        for (int k = 0; k < sum.length; k++) {
            vector[k] = (float) Math.max(0, sum[k] + 0.1 * gaussian.next());
        }
    }
}
