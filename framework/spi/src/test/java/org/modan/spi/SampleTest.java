/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void blanksAroundAGroupMakeNoOtherPatientOfIt() {
        assertThat(Sample.withId("1").group("patient-7 ").build().group()).hasValue("patient-7");
        assertThat(Sample.withId("1").group("\tpatient 7").build().group()).hasValue("patient 7");
    }

    @Test
    void blanksAroundAValueMakeNoOtherValueOfIt() {
        assertThat(Sample.withId("1").metadata("device", " aplio ").build().metadata())
                .isEqualTo(Map.of("device", "aplio"));
    }
}
