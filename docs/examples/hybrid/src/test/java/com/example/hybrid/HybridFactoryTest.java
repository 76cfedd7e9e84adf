/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;

import org.junit.jupiter.api.Test;
import org.modan.spi.Affinity;
import org.modan.spi.Objective;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class HybridFactoryTest {

    private final HybridFactory factory = new HybridFactory();

    @Test
    void itsDefaultsAreThoseOfThePapersTwoArms() {
        assertThat(StrategyUnderTest.options(Map.of()).asMap())
                .containsEntry("temperature", 0.07)
                .containsEntry("threshold", 0.3)
                .containsEntry("lambda", 1.0)
                .containsEntry("instance-temperature", 0.1)
                .containsEntry("projection", 128);
    }

    @Test
    void refusesNumbersOutOfRangeByName() {
        List<String> problems = new ArrayList<>();
        factory.options()
                .resolve(
                        Map.of("temperature", 0, "lambda", -1, "threshold", 2, "projection", 1),
                        Path.of(""),
                        problem -> problems.add(problem.option() + " " + problem.message()));

        assertThat(problems)
                .containsExactly(
                        "temperature must be at least 0.000001, not 0",
                        "threshold must be from 0 to 1, not 2",
                        "lambda must be at least 0, not -1",
                        "projection must be at least 2, not 1");
    }

    @Test
    void tellsTheHostWhichImagesItPullsTogether() {
        float[] aplioLeft = {1, 0, 1, 0};
        float[] aplioRight = {1, 0, 0, 1};
        Affinity affinity =
                StrategyUnderTest.objective(Map.of("threshold", 0.5)).affinity().orElseThrow();

        assertThat(affinity.similarity(aplioLeft, aplioRight)).isEqualTo(1 / 3f);
        assertThat(affinity.isPositive(1 / 3f)).isFalse();
        assertThat(affinity.description()).isEqualTo("Jaccard similarity of at least 0.5");
    }

    @Test
    void looksAtMetadataAndAtNoClass() {
        Objective objective = StrategyUnderTest.objective(Map.of());

        assertThat(objective.usesMetadata()).isTrue();
        assertThat(objective.usesClasses()).isFalse();
    }

    @Test
    void theHeadIsAsWideAsAsked() {
        Objective objective = StrategyUnderTest.objective(Map.of("projection", 16));

        assertThat(objective.head(8).parameters().get("2.bias").shape()).isEqualTo(new Shape(16));
    }
}
