/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modan.runtime.statistics.WilcoxonSignedRank.Result;
import org.modan.testkit.SharedFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WilcoxonSignedRankTest {

    @Test
    void isHollanderAndWolfesExample() {
        assertThat(result(Examples.depression(), Alternative.GREATER))
                .isEqualTo(new Result(40, 0.01953125, 9, 0, true));
        assertThat(result(Examples.depression(), Alternative.TWO_SIDED).p()).isEqualTo(0.0390625);
    }

    @Test
    void isDarwinsMaize() {
        assertThat(result(Examples.maize(), Alternative.GREATER))
                .isEqualTo(new Result(96, 0.0206298828125, 15, 0, true));
        assertThat(result(Examples.maize(), Alternative.TWO_SIDED).p()).isEqualTo(0.041259765625);
        assertThat(result(Examples.maize(), Alternative.LESS).p()).isEqualTo(0.982330322265625);
    }

    @Test
    void tenRepeatsWonByOneArmAreTheExtremesOfThePapersTable() {
        PairedDifferences won = Examples.differences(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        PairedDifferences lost = Examples.differences(-1, -2, -3, -4, -5, -6, -7, -8, -9, -10);

        assertThat(result(won, Alternative.TWO_SIDED).statistic()).isEqualTo(55);
        assertThat(result(won, Alternative.TWO_SIDED).p()).isEqualTo(0.001953125);
        assertThat(result(lost, Alternative.GREATER).statistic()).isZero();
        assertThat(result(lost, Alternative.GREATER).p()).isEqualTo(1);
        assertThat(result(lost, Alternative.TWO_SIDED).p())
                .isEqualTo(0.001953125)
                .isEqualTo(WilcoxonSignedRank.smallestP(10, Alternative.TWO_SIDED));
        assertThat(result(won, Alternative.GREATER).p())
                .isEqualTo(WilcoxonSignedRank.smallestP(10, Alternative.GREATER));
    }

    @Test
    void countsEveryPatternOfSignsWithTiesAndZeros() {
        double[] sizes = {0, 0.3, 0.1, 0.1, 0.2, 0.2, 0.2, 0.5};
        double[] ranks = {0, 6, 1.5, 1.5, 4, 4, 4, 7};
        for (int observed = 0; observed < 1 << 7; observed++) {
            double[] values = signed(sizes, observed);
            double sum = sum(ranks, observed);
            int atLeast = 0;
            int atMost = 0;
            for (int pattern = 0; pattern < 1 << 7; pattern++) {
                atLeast += sum(ranks, pattern) >= sum ? 1 : 0;
                atMost += sum(ranks, pattern) <= sum ? 1 : 0;
            }

            assertThat(result(Examples.differences(values), Alternative.GREATER))
                    .isEqualTo(new Result(sum, atLeast / 128.0, 7, 1, true));
            assertThat(result(Examples.differences(values), Alternative.LESS).p())
                    .isEqualTo(atMost / 128.0);
        }
    }

    @Test
    void oneSideIsTheOtherTurnedRound() {
        PairedDifferences values = Examples.differences(3, -1, 2, 2, -2, 0, 7);
        PairedDifferences turned = Examples.differences(-3, 1, -2, -2, 2, 0, -7);

        assertThat(result(turned, Alternative.GREATER.reversed()).p())
                .isEqualTo(result(values, Alternative.GREATER).p());
        assertThat(result(turned, Alternative.TWO_SIDED).p())
                .isEqualTo(result(values, Alternative.TWO_SIDED).p());
    }

    @Test
    void manyDifferencesAreApproximatedAsInSciPyAndTheResultSaysSo() {
        double[] values = new double[600];
        for (int k = 1; k <= 600; k++) {
            values[k - 1] = (k % 20 < 9 ? -1 : 1) * (k % 50);
        }

        // scipy 1.10.1: wilcoxon(values, alternative='greater', mode='approx'), and two-sided
        Result greater = result(Examples.differences(values), Alternative.GREATER);
        assertThat(greater.exact()).isFalse();
        assertThat(greater.statistic()).isEqualTo(96858);
        assertThat(greater.zeros()).isEqualTo(12);
        assertThat(greater.p()).isCloseTo(0.006328014371464286, within(1e-12));
        assertThat(result(Examples.differences(values), Alternative.TWO_SIDED).p())
                .isCloseTo(0.012656028742928573, within(1e-12));
    }

    @Test
    void countingAndApproximationMeet() {
        double[] values = new double[SignFlips.MOST];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 20 < 9 ? -1 : 1) * (i + 1);
        }
        double[] oneMore = Arrays.copyOf(values, values.length + 1);
        oneMore[values.length] = 1e-3;

        Result counted = result(Examples.differences(values), Alternative.GREATER);
        Result approximated = result(Examples.differences(oneMore), Alternative.GREATER);
        assertThat(counted.exact()).isTrue();
        assertThat(approximated.exact()).isFalse();
        assertThat(approximated.p()).isCloseTo(counted.p(), within(2e-3));
    }

    @Test
    void saysWhyThereIsNoTest() {
        assertThat(reason(Examples.differences(0.02)))
                .isEqualTo("a signed-rank test needs at least two differences, not 1");
        assertThat(reason(PairedDifferences.of(new double[] {0.7, 0.8}, new double[] {0.7, 0.8})))
                .isEqualTo("all differences are zero: there is no rank to test");
    }

    @Test
    @Tag("golden")
    void agreesWithEverySignPatternCounted() throws IOException {
        JsonNode cases =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(SharedFolder.golden().resolve("statistics.json")))
                        .get("wilcoxon");

        assertThat(cases.size()).isPositive();
        for (JsonNode one : cases) {
            PairedDifferences differences =
                    PairedDifferences.of(numbers(one.get("a")), numbers(one.get("b")));
            JsonNode expected = one.get("exact_sign_flip");
            for (Alternative alternative : Alternative.values()) {
                String word = alternative.name().toLowerCase(Locale.ROOT).replace('_', '-');
                Result result = result(differences, alternative);
                assertThat(result.statistic()).isEqualTo(expected.get("statistic").asDouble());
                assertThat(result.p())
                        .as("%s %s of %s", one.get("kind"), word, differences)
                        .isCloseTo(expected.get(word).asDouble(), within(1e-12));
                assertThat(result.exact()).isTrue();
                if (one.get(word).get("exact").asBoolean()) {
                    assertThat(result.p())
                            .isCloseTo(one.get(word).get("p").asDouble(), within(1e-12));
                }
            }
        }
    }

    private static double[] signed(double[] sizes, int pattern) {
        double[] values = sizes.clone();
        for (int i = 1; i < sizes.length; i++) {
            values[i] = (pattern >> (i - 1) & 1) == 1 ? sizes[i] : -sizes[i];
        }
        return values;
    }

    private static double sum(double[] ranks, int pattern) {
        double sum = 0;
        for (int i = 1; i < ranks.length; i++) {
            sum += (pattern >> (i - 1) & 1) * ranks[i];
        }
        return sum;
    }

    private static double[] numbers(JsonNode list) {
        List<Double> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Result result(PairedDifferences differences, Alternative alternative) {
        return WilcoxonSignedRank.test(differences, alternative).result().orElseThrow();
    }

    private static String reason(PairedDifferences differences) {
        return WilcoxonSignedRank.test(differences, Alternative.TWO_SIDED).reason().orElseThrow();
    }
}
