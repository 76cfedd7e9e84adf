/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.Sample;

class InMemoryImageSetTest {

    @Test
    void pixelsArePlanarAndUnsigned() {
        List<Sample> samples =
                List.of(Sample.withId("a").build(), Sample.withId("b").label(1).build());
        InMemoryImageSet images =
                InMemoryImageSet.generate(
                        samples,
                        2,
                        2,
                        (index, channel, row, column) ->
                                100 * index + 50 * channel + 10 * row + column);

        byte[] pixels = new byte[8];
        images.read(1, pixels);

        assertThat(images.size()).isEqualTo(2);
        assertThat(pixels)
                .containsExactly(
                        100, 101, 110, 111, (byte) 150, (byte) 151, (byte) 160, (byte) 161);
    }
}
