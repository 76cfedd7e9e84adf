/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> CLASSES = List.of("AbdomenCT", "ChestCT", "HeadCT");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(NearestName.of("abdomenct", CLASSES)).contains("AbdomenCT");
        assertThat(NearestName.of("HaedCT", CLASSES)).contains("HeadCT");
    }

    @Test
    void suggestsNothingFarFetched() {
        assertThat(NearestName.of("Mammography", CLASSES)).isEmpty();
    }
}
