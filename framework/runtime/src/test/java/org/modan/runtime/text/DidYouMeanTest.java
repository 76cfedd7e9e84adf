/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

    private static final List<String> STRATEGIES =
            List.of("mulsupcon", "simclr", "supervised", "imagenet", "scratch");
    private static final List<String> KEYS =
            List.of("name", "seed", "lr", "image-size", "batch-size", "micro-batch", "epochs");

    @ParameterizedTest
    @CsvSource({
        "simcrl, simclr",
        "mulsuppcon, mulsupcon",
        "MulSupCon, mulsupcon",
        "sratch, scratch",
        "image-net, imagenet",
        "super, supervised",
        "scratch-again, scratch"
    })
    void suggestsTheStrategyThatWasMeant(String given, String meant) {
        assertThat(DidYouMean.suggest(given, STRATEGIES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"batch_size, batch-size", "batchsize, batch-size", "epoch, epochs", "lr2, lr"})
    void suggestsTheKeyThatWasMeant(String given, String meant) {
        assertThat(DidYouMean.suggest(given, KEYS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"moco", "dino", "x", "''"})
    void suggestsNothingWhenNoNameIsNear(String given) {
        assertThat(DidYouMean.suggest(given, STRATEGIES)).isEmpty();
    }

    @Test
    void aTwoLetterWordIsNotNearEveryOtherTwoLetterWord() {
        assertThat(DidYouMean.suggest("wd", List.of("lr"))).isEmpty();
    }

    @Test
    void suggestsNothingWhenNothingIsKnown() {
        assertThat(DidYouMean.suggest("simclr", List.of())).isEmpty();
    }

    @Test
    void ofEquallyNearNamesTheFirstInAlphabeticalOrderIsTaken() {
        assertThat(DidYouMean.suggest("fold-x", List.of("fold-b", "fold-a"))).contains("fold-a");
    }

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "ab, ba, 1",
        "'', abc, 3",
        "abc, '', 3",
        "same, same, 0",
        "ca, abc, 3"
    })
    void distanceCountsEditsAndSwapsOfNeighbours(String a, String b, int expected) {
        assertThat(DidYouMean.distance(a, b)).isEqualTo(expected);
    }
}
