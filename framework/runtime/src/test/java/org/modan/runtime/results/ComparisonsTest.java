/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.modan.runtime.results.Rows.folds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.modan.runtime.experiment.CompareConfig;
import org.modan.runtime.experiment.ProtocolConfig;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.statistics.Alternative;

class ComparisonsTest {

    private static final double[] REFERENCE = {
        0.80, 0.82, 0.79, 0.85, 0.81, 0.83, 0.78, 0.84, 0.80, 0.82
    };
    private static final double[] DIFFERENCE = {
        0.012, -0.004, 0.031, 0.008, 0.015, 0.022, -0.011, 0.017, 0.003, 0.026
    };

    @Test
    void theRigorousProfileTestsFoldDifferencesWithTheCorrection() {
        Comparison row =
                only(compare(twoRepeats(), rigorous(2), config("a", Alternative.TWO_SIDED, "auc")));

        // scipy 1.10.1: Student's t with se = sqrt(var(ddof=1) * (1/10 + 20/80))
        assertThat(row.arm()).isEqualTo("b");
        assertThat(row.reference()).isEqualTo("a");
        assertThat(row.test().name()).isEqualTo("corrected-resampled-t");
        assertThat(row.alternativeText()).isEqualTo("two-sided");
        assertThat(row.test().n()).isEqualTo(10);
        assertThat(row.test().referenceMean().orElseThrow()).isCloseTo(0.814, within(1e-12));
        assertThat(row.test().mean().orElseThrow()).isCloseTo(0.8259, within(1e-12));
        assertThat(row.test().difference().orElseThrow()).isCloseTo(0.0119, within(1e-12));
        assertThat(row.test().p().orElseThrow()).isCloseTo(0.16245088246506664, within(1e-9));
        assertThat(row.test().interval().orElseThrow().low())
                .isCloseTo(-0.005792373447201319, within(1e-9));
        assertThat(row.test().interval().orElseThrow().high())
                .isCloseTo(0.029592373447201316, within(1e-9));
        assertThat(row.test().effect().orElseThrow()).isCloseTo((49.0 - 6) / 55, within(1e-12));
        assertThat(row.adjustedP()).isEqualTo(row.test().p());
        assertThat(row.notes()).isEmpty();
    }

    @Test
    void theOneSidedAlternativeIsThatTheReferenceIsBetter() {
        Comparison row =
                only(compare(twoRepeats(), rigorous(2), config("a", Alternative.GREATER, "auc")));

        assertThat(row.alternativeText()).isEqualTo("reference greater");
        assertThat(row.test().p().orElseThrow()).isCloseTo(0.9187745587674666, within(1e-9));
        assertThat(row.test().twoSidedP().orElseThrow())
                .isCloseTo(0.16245088246506664, within(1e-9));
    }

    @Test
    void whereSmallerIsBetterABetterReferenceIsALesserOne() {
        List<ResultRow> rows =
                new Rows()
                        .metric("a", "brier", folds(0.10, 0.12, 0.11, 0.13))
                        .metric("b", "brier", folds(0.20, 0.24, 0.21, 0.26))
                        .list();

        Comparison row =
                only(compare(rows, rigorous(1), config("a", Alternative.GREATER, "brier")));

        assertThat(row.alternativeText()).isEqualTo("reference less");
        assertThat(row.test().p().orElseThrow()).isLessThan(0.05);
    }

    @Test
    void thePaperProfileTestsTheRepeatsWithThePapersAlternativeAndBothSides() {
        Rows rows = new Rows();
        for (int repeat = 0; repeat < 10; repeat++) {
            double gain = 0.01 + repeat * 0.001;
            rows.repeat("proposed", "auc", repeat, 20, "p" + repeat, 0.8 + gain, 0.7 + gain);
            rows.repeat("baseline", "auc", repeat, 20, "b" + repeat, 0.8, 0.7);
        }

        Comparison row =
                only(
                        compare(
                                rows.list(),
                                new ProtocolConfig(Profile.PAPER, 2, 10),
                                config("proposed", Alternative.GREATER, "auc")));

        assertThat(row.test().name()).isEqualTo("wilcoxon-exact");
        assertThat(row.test().n()).isEqualTo(10);
        assertThat(row.alternativeText()).isEqualTo("reference greater");
        assertThat(row.test().p()).hasValue(0.0009765625);
        assertThat(row.test().twoSidedP()).hasValue(0.001953125);
        assertThat(row.test().effect()).hasValue(-1);
        assertThat(row.test().difference().orElseThrow()).isCloseTo(-0.0145, within(1e-12));
        assertThat(row.test().shift().orElseThrow()).isCloseTo(-0.0145, within(1e-12));
        assertThat(row.test().interval().orElseThrow().low()).isCloseTo(-0.017, within(1e-3));
        assertThat(row.notes()).isEmpty();
    }

    @Test
    void oneRepeatOfThePaperProfileSaysWhatIsImpossibleAndWhy() {
        List<ResultRow> rows =
                new Rows().arm("a", folds(0.8, 0.7)).arm("b", folds(0.7, 0.65)).list();

        Comparison row =
                only(
                        compare(
                                rows,
                                new ProtocolConfig(Profile.PAPER, 2, 1),
                                config("a", Alternative.GREATER, "auc")));

        assertThat(row.test().difference().orElseThrow()).isCloseTo(-0.075, within(1e-12));
        assertThat(row.test().p()).isEmpty();
        assertThat(row.adjustedP()).isEmpty();
        assertThat(row.notes())
                .containsExactly(
                        "one repeat is one difference; a signed-rank test needs at least two",
                        "no interval: an exact interval of 95% needs at least 6 differences, not 1");
    }

    @Test
    void repeatsThatAreCopiesAreOneMeasurementUnderTheProfilePaper() {
        Rows rows = new Rows();
        for (int repeat = 0; repeat < 10; repeat++) {
            rows.repeat("a", "auc", repeat, 20, "a" + repeat, 0.8, 0.7);
            rows.repeat("b", "auc", repeat, 20, "b" + repeat, 0.7, 0.65);
        }

        Comparison row =
                only(
                        compare(
                                rows.list(),
                                new ProtocolConfig(Profile.PAPER, 2, 10),
                                config("a", Alternative.GREATER, "auc")));

        assertThat(row.test().n()).isEqualTo(1);
        assertThat(row.test().difference().orElseThrow()).isCloseTo(-0.075, within(1e-12));
        assertThat(row.test().p()).isEmpty();
        assertThat(row.test().interval()).isEmpty();
        assertThat(row.notes())
                .containsExactly(
                        "all 10 repeats have the same values and count as one",
                        "one repeat is one difference; a signed-rank test needs at least two",
                        "no interval: an exact interval of 95% needs at least 6 differences, not 1");
    }

    @Test
    void copiesDoNotNarrowTheIntervalOfTheRigorousProfile() {
        Rows once = new Rows().arm("a", folds(0.8, 0.7, 0.9)).arm("b", folds(0.7, 0.65, 0.6));
        Rows copied = new Rows();
        for (int repeat = 0; repeat < 10; repeat++) {
            copied.repeat("a", "auc", repeat, 20, "a" + repeat, 0.8, 0.7, 0.9);
        }
        copied.arm("b", folds(0.7, 0.65));
        for (int repeat = 1; repeat < 10; repeat++) {
            copied.repeat("b", "auc", repeat, 20, "b" + repeat, 0.7, 0.65, 0.6);
        }
        CompareConfig config = config("a", Alternative.TWO_SIDED, "auc");

        Comparison row =
                only(compare(copied.list(), new ProtocolConfig(Profile.RIGOROUS, 3, 10), config));

        assertThat(row.test().n()).isEqualTo(3);
        assertThat(row.test().interval())
                .isEqualTo(
                        only(compare(
                                        once.list(),
                                        new ProtocolConfig(Profile.RIGOROUS, 3, 1),
                                        config))
                                .test()
                                .interval());
        assertThat(row.notes())
                .containsExactly(
                        "all 10 repeats have the same values and count as one",
                        "on 29 of 30 folds: the arm has 29, the reference 30");
    }

    @Test
    void repeatsOfListedFoldsAreAveragedWithinEachFoldByTheRigorousProfile() {
        List<ResultRow> twice =
                new Rows()
                        .arm("a", folds(0.80, 0.70, 0.90), folds(0.84, 0.72, 0.86))
                        .arm("b", folds(0.70, 0.66, 0.60), folds(0.74, 0.68, 0.70))
                        .list();
        List<ResultRow> averaged =
                new Rows()
                        .arm("a", folds(0.82, 0.71, 0.88))
                        .arm("b", folds(0.72, 0.67, 0.65))
                        .list();
        CompareConfig config = config("a", Alternative.TWO_SIDED, "auc");
        ProtocolConfig repeated = new ProtocolConfig(Profile.RIGOROUS, 3, 2);
        Set<String> listed = Set.of(twice.get(0).dataset());

        Comparison row = only(Comparisons.of(twice, config, repeated, listed));
        Comparison redrawn = only(Comparisons.of(twice, config, repeated, Set.of()));
        Comparison once =
                only(compare(averaged, new ProtocolConfig(Profile.RIGOROUS, 3, 1), config));

        assertThat(row.test().n()).isEqualTo(3);
        assertThat(row.test().p().getAsDouble())
                .isCloseTo(once.test().p().getAsDouble(), within(1e-12))
                .isGreaterThan(redrawn.test().p().getAsDouble());
        assertThat(row.test().interval().orElseThrow().low())
                .isCloseTo(once.test().interval().orElseThrow().low(), within(1e-12));
        assertThat(row.notes())
                .containsExactly(
                        "the folds are listed, the same in all 2 repeats: each counts once, with the mean of its repeats");
        assertThat(redrawn.test().n()).isEqualTo(6);
    }

    @Test
    void equalArmsStayEqualInEveryRepeat() {
        List<ResultRow> rows =
                new Rows()
                        .arm("a", folds(1, 1), folds(1, 1))
                        .arm("b", folds(1, 1), folds(1, 1))
                        .list();

        Comparison row =
                only(
                        compare(
                                rows,
                                new ProtocolConfig(Profile.PAPER, 2, 2),
                                config("a", Alternative.GREATER, "auc")));

        assertThat(row.test().n()).isEqualTo(2);
        assertThat(row.notes())
                .first()
                .asString()
                .isEqualTo("all differences are zero: there is no rank to test");
    }

    @Test
    void fewRepeatsSayHowSmallPCanBe() {
        List<ResultRow> rows =
                new Rows()
                        .arm("a", folds(0.8), folds(0.81), folds(0.82), folds(0.83))
                        .arm("b", folds(0.7), folds(0.72), folds(0.82), folds(0.76))
                        .list();

        Comparison row =
                only(
                        compare(
                                rows,
                                new ProtocolConfig(Profile.PAPER, 1, 4),
                                config("a", Alternative.TWO_SIDED, "auc")));

        assertThat(row.test().p()).hasValue(0.25);
        assertThat(row.notes())
                .contains(
                        "differences of zero that were dropped: 1",
                        "with 3 differences p cannot be below 0.25");
    }

    @Test
    void holmIsForAllComparisonsOfThePrimaryMetricAtOnePlace() {
        List<ResultRow> rows =
                new Rows()
                        .arm("a", folds(0.80, 0.82, 0.79, 0.85))
                        .arm("b", folds(0.70, 0.73, 0.68, 0.74))
                        .arm("c", folds(0.79, 0.80, 0.81, 0.83))
                        .metric("a", "brier", folds(0.1, 0.12, 0.11, 0.13))
                        .metric("b", "brier", folds(0.2, 0.23, 0.2, 0.26))
                        .metric("c", "brier", folds(0.2, 0.25, 0.21, 0.26))
                        .list();

        List<Comparison> all =
                compare(rows, rigorous(1), config("a", Alternative.TWO_SIDED, "auc", "brier"));

        assertThat(all)
                .extracting(row -> row.metric().text() + " " + row.arm())
                .containsExactly("auc b", "auc c", "brier b", "brier c");
        double b = all.get(0).test().p().orElseThrow();
        double c = all.get(1).test().p().orElseThrow();
        assertThat(b).isLessThan(c / 2);
        assertThat(all.get(0).adjustedP()).hasValue(2 * b);
        assertThat(all.get(1).adjustedP()).hasValue(c);
        assertThat(all.get(2).adjustedP()).isEmpty();
        assertThat(all.get(2).notes()).containsExactly("not in the family of auc");
    }

    @Test
    void whatIsMissingIsSaid() {
        List<ResultRow> rows =
                new Rows()
                        .arm("a", folds(0.80, 0.82), folds(0.79, 0.85), folds(0.8, 0.81))
                        .arm("b", folds(0.70, 0.73))
                        .failed("b", 1)
                        .repeat("b", "auc", 2, 20, "b-2", 0.74)
                        .list();

        Comparison row =
                only(
                        compare(
                                rows,
                                new ProtocolConfig(Profile.RIGOROUS, 2, 3),
                                config("a", Alternative.TWO_SIDED, "auc")));

        assertThat(row.test().n()).isEqualTo(3);
        assertThat(row.test().referenceMean().orElseThrow())
                .isCloseTo((0.80 + 0.82 + 0.80) / 3, within(1e-12));
        assertThat(row.notes())
                .containsExactly(
                        "on 3 of 6 folds: the arm has 3 (failed cells: 1), the reference 6");
    }

    @Test
    void aReferenceWithoutResultsAndAMetricThatIsNowhereAreSaid() {
        List<ResultRow> rows = new Rows().arm("b", folds(0.7, 0.73)).list();

        assertThat(only(compare(rows, rigorous(1), config("a", Alternative.LESS, "auc"))).notes())
                .containsExactly("no results of a");

        List<ResultRow> both =
                new Rows().arm("a", folds(0.7, 0.7)).arm("b", folds(0.7, 0.73)).list();
        assertThat(
                        only(compare(
                                        both,
                                        rigorous(1),
                                        config("a", Alternative.LESS, "patient-auc")))
                                .notes())
                .containsExactly("no fold has patient-auc of both arms");
    }

    @Test
    void otherFoldsAreNoPairs() {
        List<ResultRow> rows =
                new Rows()
                        .repeat("a", "auc", 0, 20, "a", 0.7, 0.8)
                        .repeat("b", "auc", 0, 19, "b", 0.7, 0.9)
                        .list();

        Comparison row =
                only(compare(rows, rigorous(1), config("a", Alternative.TWO_SIDED, "auc")));

        assertThat(row.test().p()).isEmpty();
        assertThat(row.notes())
                .contains("the arms were tested on different folds: they are no pairs");
    }

    @Test
    void inAMatrixTheReferenceIsThatOfTheArmsOwnVariant() {
        List<Comparison> all =
                compare(matrix(), rigorous(1), config("a", Alternative.TWO_SIDED, "auc"));

        assertThat(all)
                .extracting(row -> row.arm() + " to " + row.reference())
                .containsExactly("b[m=1] to a[m=1]", "b[m=2] to a[m=2]");
    }

    @Test
    void orOneArmOfTheMatrixForAll() {
        List<Comparison> all =
                compare(matrix(), rigorous(1), config("a[m=1]", Alternative.TWO_SIDED, "auc"));

        assertThat(all)
                .extracting(row -> row.arm() + " to " + row.reference())
                .containsExactly("b[m=1] to a[m=1]", "a[m=2] to a[m=1]", "b[m=2] to a[m=1]");
        // b is the same cell in both variants: one test, shown twice.
        assertThat(all.get(0).adjustedP()).isEqualTo(all.get(2).adjustedP());
        double a = all.get(1).test().p().orElseThrow();
        double b = all.get(0).test().p().orElseThrow();
        assertThat(b).isLessThan(a);
        assertThat(all.get(0).adjustedP()).hasValue(2 * b);
    }

    @Test
    void anArmOfTheReferencesOwnCellsIsNoTest() {
        List<ResultRow> rows =
                new Rows()
                        .repeat("a[m=1]", "auc", 0, 20, "same", 0.7, 0.8)
                        .repeat("a[m=2]", "auc", 0, 20, "same", 0.7, 0.8)
                        .list();

        assertThat(
                        only(compare(rows, rigorous(1), config("a[m=1]", Alternative.LESS, "auc")))
                                .notes())
                .containsExactly("the reference is the same cells");
    }

    @Test
    void controlsAreNoArms() {
        List<ResultRow> rows = new ArrayList<>(twoRepeats());
        for (ResultRow row : twoRepeats()) {
            rows.add(
                    new ResultRow(
                            "majority",
                            Plan.CONTROL,
                            row.dataset(),
                            "majority",
                            row.repeat(),
                            row.fold(),
                            row.metric(),
                            row.value(),
                            row.trainSize(),
                            OptionalInt.of(20),
                            row.status(),
                            "control-" + row.cell()));
        }

        assertThat(compare(rows, rigorous(2), config("a", Alternative.TWO_SIDED, "auc")))
                .hasSize(1);
    }

    private static List<ResultRow> twoRepeats() {
        Rows rows = new Rows();
        for (int repeat = 0; repeat < 2; repeat++) {
            double[] reference = new double[5];
            double[] arm = new double[5];
            for (int fold = 0; fold < 5; fold++) {
                reference[fold] = REFERENCE[repeat * 5 + fold];
                arm[fold] = reference[fold] + DIFFERENCE[repeat * 5 + fold];
            }
            rows.repeat("a", "auc", repeat, 20, "a" + repeat, reference);
            rows.repeat("b", "auc", repeat, 20, "b" + repeat, arm);
        }
        return rows.list();
    }

    private static List<ResultRow> matrix() {
        return new Rows()
                .repeat("a[m=1]", "auc", 0, 20, "a1", 0.80, 0.82, 0.79, 0.85)
                .repeat("b[m=1]", "auc", 0, 20, "b", 0.70, 0.73, 0.68, 0.74)
                .repeat("a[m=2]", "auc", 0, 20, "a2", 0.79, 0.80, 0.81, 0.83)
                .repeat("b[m=2]", "auc", 0, 20, "b", 0.70, 0.73, 0.68, 0.74)
                .list();
    }

    private static List<Comparison> compare(
            List<ResultRow> rows, ProtocolConfig protocol, CompareConfig config) {
        return Comparisons.of(rows, config, protocol, Set.of());
    }

    private static ProtocolConfig rigorous(int repeats) {
        return new ProtocolConfig(Profile.RIGOROUS, repeats == 1 ? 2 : 5, repeats);
    }

    private static CompareConfig config(
            String reference, Alternative alternative, String... metrics) {
        return new CompareConfig(
                Optional.of(reference),
                alternative,
                List.of(metrics).stream()
                        .map(name -> MetricName.find(name).orElseThrow())
                        .toList());
    }

    private static Comparison only(List<Comparison> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
