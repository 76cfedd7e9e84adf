/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetadataFieldTest {

    @Test
    void fieldsAreEqualIfTheyHaveOneNameAndTheSameValues() {
        MetadataField site = MetadataField.of("site", List.of("north", "south"));

        assertThat(MetadataField.of("site", List.of("north", "south")))
                .isEqualTo(site)
                .hasSameHashCodeAs(site)
                .hasToString("MetadataField[site [north, south]]");
        assertThat(MetadataField.of("site", List.of("north"))).isNotEqualTo(site);
        assertThat(MetadataField.of("view", List.of("north", "south"))).isNotEqualTo(site);
    }

    @Test
    void keepsItsValuesWhateverBecomesOfTheListTheyCameIn() {
        List<String> values = new ArrayList<>(List.of("CT", "MR"));
        MetadataField field = MetadataField.of("modality", values);

        values.add("US");

        assertThat(field.values()).containsExactly("CT", "MR");
        assertThatThrownBy(() -> field.values().add("US"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
