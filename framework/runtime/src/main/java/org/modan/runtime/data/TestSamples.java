/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.Sample;

/**
 * What may be known of the part that is scored. Ids and groups often tell the label, as the name of
 * a class folder does, and so may metadata.
 */
public final class TestSamples {

    private TestSamples() {}

    /** Nothing but a place in the row. */
    public static List<Sample> unknown(int count) {
        return IntStream.range(0, count).mapToObj(place -> named(place).build()).toList();
    }

    /** Metadata alone, for a control that is to show how much of the label it tells. */
    public static List<Sample> metadataOnly(List<Sample> samples, int[] indices) {
        return IntStream.range(0, indices.length)
                .mapToObj(
                        place ->
                                named(place)
                                        .metadata(samples.get(indices[place]).metadata())
                                        .build())
                .toList();
    }

    private static Sample.Builder named(int place) {
        return Sample.withId("test-" + place);
    }
}
