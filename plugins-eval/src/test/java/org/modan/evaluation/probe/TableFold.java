/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** A fold of feature vectors that a test has written down or drawn. */
record TableFold(int repeat, int fold, FeatureSet train, FeatureSet test, Seed seed)
        implements ProbeFold {

    static TableFold of(float[][] train, int[] labels, float[][] test, long seed) {
        List<Sample> fitted = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            fitted.add(Sample.withId("train-" + i).label(labels[i]).build());
        }
        return of(train, fitted, test, seed);
    }

    static TableFold of(float[][] train, List<Sample> fitted, float[][] test, long seed) {
        List<Sample> scored = new ArrayList<>();
        for (int i = 0; i < test.length; i++) {
            scored.add(Sample.withId("test-" + i).build());
        }
        return new TableFold(
                0, 0, new Table(fitted, train), new Table(scored, test), new Seed(seed));
    }

    private record Table(List<Sample> samples, float[][] rows) implements FeatureSet {
        @Override
        public int width() {
            return rows[0].length;
        }

        @Override
        public void read(int index, float[] destination) {
            System.arraycopy(rows[index], 0, destination, 0, width());
        }
    }
}
