/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.runtime.experiment.ValueRules;
import org.modan.spi.Sample;

class OpenDatasetTest {

    @Test
    void anAdapterReadsTheSampleItGaveWhateverItsValuesAreCalled() throws IOException {
        PaintedDataset dataset =
                new PaintedDataset().add(Sample.withId("0").metadata("modality", "Rt").build(), 7);
        OpenDataset renamed =
                PaintedFactory.open(dataset)
                        .renamed(new ValueRules(Map.of("modality", Map.of("Rt", "right"))));

        renamed.read(renamed.samples().get(0));

        assertThat(dataset.lastRead().metadata()).isEqualTo(Map.of("modality", "Rt"));
    }
}
