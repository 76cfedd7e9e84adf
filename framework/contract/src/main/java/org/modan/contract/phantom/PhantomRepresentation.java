/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.spi.FeatureSet;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** The features of a small corpus with all its metadata. */
public final class PhantomRepresentation {

    /** The fields an experiment would choose of it. */
    public static final List<String> FIELDS = List.of("modality", "anatomy");

    private PhantomRepresentation() {}

    public static FeatureSet features(int images) {
        List<Sample> samples = new ArrayList<>();
        float[][] rows = new float[images][];
        for (int i = 0; i < images; i++) {
            boolean positive = i % 2 == 1;
            // One in nine has nothing that is known.
            Map<String, String> metadata =
                    i % 9 == 8 ? Map.of() : PhantomMetadata.KNOWN.ofTrain(i, positive);
            samples.add(
                    Sample.withId("corpus/%02d.png".formatted(i))
                            .label(positive ? 1 : 0)
                            .metadata(metadata)
                            .build());
            rows[i] = PhantomFeatures.row(i, positive, new Seed(9));
        }
        return new FeatureTable(samples, rows);
    }
}
