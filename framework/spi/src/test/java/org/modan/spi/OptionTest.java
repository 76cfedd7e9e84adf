/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionTest {

    private static final Option<List<String>> TEXTS = Option.textOrList("slices", "which ones");

    @Test
    void readsOneTextAloneAsAListOfIt() {
        assertThat(read(TEXTS, "middle")).containsExactly("middle");
        assertThat(read(TEXTS, 18)).containsExactly("18");
    }

    @Test
    void readsTheItemsOfAListAsTheyAreWritten() {
        assertThat(read(TEXTS, List.of(18, "19", true))).containsExactly("18", "19", "true");
        assertThat(read(TEXTS, List.of())).isEmpty();
    }

    @Test
    void readsItsValueAgain() {
        List<String> once = read(TEXTS, 18);

        assertThat(read(TEXTS, once)).isEqualTo(once);
    }

    @Test
    void refusesWhatIsNeitherTextNorListOfTexts() {
        assertRefused(
                TEXTS, Map.of("from", 18), "must be a text or a list of texts, not '{from=18}'");
        assertRefused(TEXTS, List.of(List.of(18)), "must be a text, not '[18]'");
        assertRefused(TEXTS, null, "must not be empty");
    }

    @Test
    void refusesListsWithAnEmptyItem() {
        List<Object> gap = Arrays.asList("benign", null);

        assertRefused(TEXTS, gap, "must have no empty item");
        assertRefused(Option.list("classes", "in order"), gap, "must have no empty item");
    }

    @Test
    void saysWhatAConditionWants() {
        Option<Integer> option =
                Option.integer("epochs", "how many").where("at least 1", value -> value >= 1);

        assertThat(read(option, 1)).isEqualTo(1);
        assertRefused(option, 0, "must be at least 1, not 0");
    }

    @Test
    void letsAConditionSayItInItsOwnWords() {
        Option<String> option =
                Option.text("plane", "of the scan")
                        .where(
                                "a plane",
                                value -> {
                                    throw new IllegalArgumentException(
                                            "must be a plane; did you mean axial?");
                                });

        assertRefused(option, "axail", "must be a plane; did you mean axial?");
    }

    private static <T> T read(Option<T> option, Object raw) {
        return option.read(raw, Path.of("."));
    }

    private static void assertRefused(Option<?> option, Object raw, String message) {
        assertThatThrownBy(() -> read(option, raw))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
