/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FewTest {

    @Test
    void namesTheFirstAndCountsTheRest() {
        assertThat(Few.of(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
        assertThat(Few.of(List.of("a", "b"), 2)).isEqualTo("a, b");
        assertThat(Few.of(List.of(), 2)).isEmpty();
    }
}
