/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.runtime.statistics.PatientBootstrap.Result;
import org.modan.runtime.statistics.PatientBootstrap.Scored;
import org.modan.spi.Seed;

class PatientBootstrapTest {

    private static final Seed SEED = new Seed(7);

    @Test
    void theIntervalIsThatOfAnotherImplementation() {
        Result result = run(patients(30), 4000, SEED);

        // numpy 1.24.2: the same data, pairs counted one by one, 4000 resamples of its own draws
        assertThat(result.difference()).isCloseTo(0.2625, within(1e-12));
        assertThat(result.interval().low()).isCloseTo(0.0069, within(0.03));
        assertThat(result.interval().high()).isCloseTo(0.5171, within(0.03));
        assertThat(result.patients()).isEqualTo(30);
        assertThat(result.resamples()).isBetween(3990, 4000);
    }

    @Test
    void theSameSeedDrawsTheSamePatients() {
        assertThat(run(patients(12), 200, SEED)).isEqualTo(run(patients(12), 200, SEED));
        assertThat(run(patients(12), 200, new Seed(8)).interval())
                .isNotEqualTo(run(patients(12), 200, SEED).interval());
    }

    @Test
    void theOrderOfTheScoresChangesNothing() {
        List<Scored> turned = new ArrayList<>(patients(12));
        Collections.reverse(turned);

        assertThat(run(turned, 200, SEED)).isEqualTo(run(patients(12), 200, SEED));
    }

    @Test
    void imagesOfOnePatientAreDrawnTogether() {
        List<Scored> single = patients(20);
        List<Scored> copied = new ArrayList<>(single);
        copied.addAll(single); // each patient with every image twice: not one patient more

        assertThat(run(copied, 300, SEED)).isEqualTo(run(single, 300, SEED));
    }

    @Test
    void armsThatScoreAlikeDoNotDifferWhoeverIsDrawn() {
        List<Scored> alike =
                patients(10).stream()
                        .map(
                                one ->
                                        new Scored(
                                                one.patient(),
                                                one.repeat(),
                                                one.fold(),
                                                one.label(),
                                                one.first(),
                                                one.first()))
                        .toList();

        assertThat(run(alike, 100, SEED).interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void saysWhyThereIsNone() {
        assertThat(
                        PatientBootstrap.aucDifference(
                                        List.of(new Scored("a", 0, 0, 1, 1, 2)), 10, SEED)
                                .reason())
                .contains("resampling needs at least two patients, not 1");
        assertThat(
                        PatientBootstrap.aucDifference(
                                        List.of(
                                                new Scored("a", 0, 0, 1, 1, 2),
                                                new Scored("b", 0, 1, 0, 1, 2)),
                                        10,
                                        SEED)
                                .reason())
                .contains("no fold has both classes");
    }

    /** Two images a patient, two folds, every third patient positive. */
    private static List<Scored> patients(int count) {
        List<Scored> scores = new ArrayList<>();
        for (int patient = 0; patient < count; patient++) {
            int label = patient % 3 == 0 ? 1 : 0;
            for (int image = 2 * patient; image < 2 * patient + 2; image++) {
                scores.add(
                        new Scored(
                                "p" + patient,
                                0,
                                patient % 2,
                                label,
                                0.45 * label + noise(image, 1),
                                0.2 * label + noise(image, 2)));
            }
        }
        return scores;
    }

    private static double noise(int image, int arm) {
        return (image * 7919 + arm * 104729) % 1000 / 1000.0;
    }

    private static Result run(List<Scored> scores, int resamples, Seed seed) {
        return PatientBootstrap.aucDifference(scores, resamples, seed).result().orElseThrow();
    }
}
