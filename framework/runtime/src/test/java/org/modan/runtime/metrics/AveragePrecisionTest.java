/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.modan.testkit.SharedFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AveragePrecisionTest {

    @Test
    void isTheExampleOfScikitLearnsDocumentation() {
        assertThat(AveragePrecision.of(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8}))
                .isCloseTo(0.8333333333333333, within(1e-15));
    }

    @Test
    void aPerfectRankingIsOne() {
        assertThat(AveragePrecision.of(new int[] {0, 1, 1}, new double[] {1, 2, 3})).isEqualTo(1);
    }

    @Test
    void allTiedIsTheShareOfPositives() {
        assertThat(AveragePrecision.of(new int[] {0, 1, 0, 0}, new double[] {5, 5, 5, 5}))
                .isEqualTo(0.25);
    }

    @Test
    void tiesCountAsOneStepInWhateverOrderTheyCome() {
        double[] scores = {0.9, 0.5, 0.5, 0.5, 0.1};

        // Recall 1/2 at precision 1, then 1 at precision 2/4.
        assertThat(AveragePrecision.of(new int[] {1, 1, 0, 0, 0}, scores)).isEqualTo(0.75);
        assertThat(AveragePrecision.of(new int[] {1, 0, 0, 1, 0}, scores)).isEqualTo(0.75);
    }

    @Test
    @Tag("golden")
    void agreesWithScikitLearn() throws IOException {
        JsonNode cases =
                JsonMapper.shared()
                        .readTree(
                                Files.readString(SharedFolder.golden().resolve("statistics.json")))
                        .get("auc");

        assertThat(cases.size()).isPositive();
        for (JsonNode one : cases) {
            int[] labels = new int[one.get("labels").size()];
            double[] scores = new double[labels.length];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = one.get("labels").get(i).asInt();
                scores[i] = one.get("scores").get(i).asDouble();
            }
            assertThat(AveragePrecision.of(labels, scores))
                    .isCloseTo(one.get("ap").asDouble(), within(1e-12));
        }
    }

    @Test
    void refusesOneClass() {
        assertThatThrownBy(() -> AveragePrecision.of(new int[] {0, 0}, new double[] {1, 2}))
                .hasMessage(
                        "average precision needs both classes, not 0 positives and 2 negatives");
    }
}
