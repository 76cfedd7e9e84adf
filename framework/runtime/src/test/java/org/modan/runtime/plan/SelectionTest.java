/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<Map<String, String>> POINTS =
            List.of(
                    Map.of("arm", "mulsupcon", "task", "busi", "repeat", "0"),
                    Map.of("arm", "scratch", "task", "busi", "repeat", "1"));

    @Test
    void everythingIsWantedWithoutASelection() {
        assertThat(POINTS).allMatch(Selection.all()::matches);
    }

    @Test
    void valuesOfOneAxisAreAlternativesAndAxesAreAllRequired() {
        Selection selection = Selection.parse(List.of("arm=mulsupcon, scratch", "repeat=1"));

        assertThat(selection.matches(POINTS.get(0))).isFalse();
        assertThat(selection.matches(POINTS.get(1))).isTrue();
    }

    @Test
    void anEncoderIsWantedWhateverTheTask() {
        assertThat(Selection.parse(List.of("task=busi")).matches(Map.of("arm", "scratch")))
                .isTrue();
    }

    @Test
    void suggestsTheNearestAxisAndValue() {
        assertThatThrownBy(() -> Selection.parse(List.of("arms=scratch")).refuseUnknown(POINTS))
                .hasMessage("--only: no axis arms, did you mean arm?; there is arm, repeat, task");
        assertThatThrownBy(() -> Selection.parse(List.of("arm=scrach")).refuseUnknown(POINTS))
                .hasMessage(
                        "--only: no arm scrach, did you mean scratch?; there is mulsupcon, scratch");
    }

    @Test
    void saysWhatASelectionLooksLike() {
        assertThatThrownBy(() -> Selection.parse(List.of("scratch")))
                .hasMessage(
                        "--only scratch: expected axis=value,value as in --only arm=mulsupcon,scratch");
    }
}
