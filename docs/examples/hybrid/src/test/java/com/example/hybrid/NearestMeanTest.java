/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

import java.util.ArrayList;
import java.util.List;

class NearestMeanTest {

    @Test
    void scoresByTheDirectionOfTheMeansWhateverTheLengths() {
        FeatureSet train = features(List.of(0, 0, 1), new float[][] {{1, 0}, {5, 0}, {0, 0.1f}});
        FeatureSet test = features(List.of(), new float[][] {{0, 9}, {3, 4}, {0, 0}});

        FoldScores scores = new NearestMean().score(fold(train, test));

        assertThat(scores.train()).containsExactly(new double[] {-1, -1, 1}, within(1e-12));
        assertThat(scores.test()).containsExactly(new double[] {1, 0.8 - 0.6, 0}, within(1e-12));
    }

    private static ProbeFold fold(FeatureSet train, FeatureSet test) {
        return new ProbeFold() {
            @Override
            public int repeat() {
                return 0;
            }

            @Override
            public int fold() {
                return 0;
            }

            @Override
            public FeatureSet train() {
                return train;
            }

            @Override
            public FeatureSet test() {
                return test;
            }

            @Override
            public Seed seed() {
                return new Seed(0);
            }
        };
    }

    private static FeatureSet features(List<Integer> labels, float[][] vectors) {
        List<Sample> samples = new ArrayList<>();
        for (int index = 0; index < vectors.length; index++) {
            Sample.Builder sample = Sample.withId("image-" + index);
            samples.add(
                    labels.isEmpty() ? sample.build() : sample.label(labels.get(index)).build());
        }
        return new FeatureSet() {
            @Override
            public List<Sample> samples() {
                return samples;
            }

            @Override
            public int width() {
                return 2;
            }

            @Override
            public void read(int index, float[] destination) {
                System.arraycopy(vectors[index], 0, destination, 0, 2);
            }
        };
    }
}
