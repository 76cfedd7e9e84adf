/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.modan.runtime.experiment.ProtocolConfig.Profile;
import org.modan.runtime.statistics.Alternative;
import org.modan.runtime.statistics.CorrectedResampledT;
import org.modan.runtime.statistics.Finding;
import org.modan.runtime.statistics.HodgesLehmann;
import org.modan.runtime.statistics.Interval;
import org.modan.runtime.statistics.PairedDifferences;
import org.modan.runtime.statistics.RankBiserial;
import org.modan.runtime.statistics.WilcoxonSignedRank;

/** The test that a profile compares arms with. */
enum ProfileTest {

    /** Of the fold differences: {@link CorrectedResampledT}. */
    CORRECTED_RESAMPLED_T("corrected-resampled-t") {
        @Override
        ArmTest of(PairedFolds folds, Alternative alternative) {
            PairedDifferences differences =
                    PairedDifferences.of(folds.ofArm(), folds.ofReference());
            Finding<CorrectedResampledT.Result> asked =
                    CorrectedResampledT.test(differences, folds.testToTrain(), alternative);
            Finding<CorrectedResampledT.Result> twoSided =
                    CorrectedResampledT.test(
                            differences, folds.testToTrain(), Alternative.TWO_SIDED);
            List<String> notes = new ArrayList<>();
            asked.reason().ifPresent(notes::add);
            return new ArmTest(
                    word(),
                    differences.size(),
                    DoubleStream.of(folds.ofArm()).average(),
                    DoubleStream.of(folds.ofReference()).average(),
                    OptionalDouble.of(differences.mean()),
                    asked.result().map(CorrectedResampledT.Result::interval),
                    number(asked.result().map(CorrectedResampledT.Result::p)),
                    number(twoSided.result().map(CorrectedResampledT.Result::p)),
                    number(RankBiserial.of(differences).result()),
                    OptionalDouble.empty(),
                    notes);
        }
    },

    /** Of the repeats' means over their folds: {@link WilcoxonSignedRank}. */
    WILCOXON("wilcoxon-exact") {
        @Override
        ArmTest of(PairedFolds folds, Alternative alternative) {
            PairedDifferences differences =
                    PairedDifferences.of(folds.repeatsOfArm(), folds.repeatsOfReference());
            Finding<WilcoxonSignedRank.Result> asked =
                    WilcoxonSignedRank.test(differences, alternative);
            Finding<WilcoxonSignedRank.Result> twoSided =
                    WilcoxonSignedRank.test(differences, Alternative.TWO_SIDED);
            Finding<Interval> interval = HodgesLehmann.interval(differences);
            List<String> notes = new ArrayList<>();
            if (differences.size() < 2) {
                notes.add("one repeat is one difference; a signed-rank test needs at least two");
            } else {
                asked.reason().ifPresent(notes::add);
                asked.result().ifPresent(result -> notes.addAll(limits(result, alternative)));
            }
            interval.reason().map("no interval: "::concat).ifPresent(notes::add);
            return new ArmTest(
                    asked.result().map(WilcoxonSignedRank.Result::exact).orElse(true)
                            ? word()
                            : "wilcoxon-normal",
                    differences.size(),
                    DoubleStream.of(folds.repeatsOfArm()).average(),
                    DoubleStream.of(folds.repeatsOfReference()).average(),
                    OptionalDouble.of(differences.mean()),
                    interval.result(),
                    number(asked.result().map(WilcoxonSignedRank.Result::p)),
                    number(twoSided.result().map(WilcoxonSignedRank.Result::p)),
                    number(RankBiserial.of(differences).result()),
                    number(HodgesLehmann.shift(differences).result()),
                    notes);
        }
    };

    private static final double USUAL_LEVEL = 0.05;

    private final String word;

    ProfileTest(String word) {
        this.word = word;
    }

    static ProfileTest of(Profile profile) {
        return profile == Profile.PAPER ? WILCOXON : CORRECTED_RESAMPLED_T;
    }

    /** What tables call it. */
    String word() {
        return word;
    }

    /**
     * @param folds at least one
     * @param alternative of the arm over the reference
     */
    abstract ArmTest of(PairedFolds folds, Alternative alternative);

    private static List<String> limits(WilcoxonSignedRank.Result result, Alternative alternative) {
        List<String> notes = new ArrayList<>();
        if (result.zeros() > 0) {
            notes.add("differences of zero that were dropped: %d".formatted(result.zeros()));
        }
        double smallest = WilcoxonSignedRank.smallestP(result.n(), alternative);
        if (smallest > USUAL_LEVEL) {
            notes.add("with %d differences p cannot be below %s".formatted(result.n(), smallest));
        }
        return notes;
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }
}
