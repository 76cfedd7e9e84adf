/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.cell.Predictions;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.metrics.Metric;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.statistics.Finding;
import org.modan.runtime.statistics.PatientBootstrap;
import org.modan.runtime.statistics.PatientBootstrap.Scored;
import org.modan.spi.Seed;

/** Adds to comparisons of the AUC how far they depend on who is in the dataset. */
public final class PatientIntervals {

    private static final MetricName AUC = new MetricName(Metric.AUC, false);

    private final Path predictions;
    private final Seed seed;
    private final Map<Path, Optional<List<Prediction>>> read = new HashMap<>();

    /**
     * @param predictions the folder of the predictions of all arms
     * @param seed from which the draws are derived; on one dataset they are the same for all arms
     */
    public PatientIntervals(Path predictions, Seed seed) {
        this.predictions = requireNonNull(predictions, "predictions is null");
        this.seed = requireNonNull(seed, "seed is null");
    }

    /** The same comparisons, with an interval or, where there is none, a note that says why. */
    public List<Comparison> addTo(List<Comparison> comparisons) {
        return comparisons.stream().map(this::withInterval).toList();
    }

    private Comparison withInterval(Comparison comparison) {
        if (!comparison.metric().equals(AUC) || comparison.test().difference().isEmpty()) {
            return comparison;
        }
        Optional<List<Prediction>> ofArm = of(comparison, comparison.arm());
        Optional<List<Prediction>> ofReference = of(comparison, comparison.reference());
        if (ofArm.isEmpty() || ofReference.isEmpty()) {
            return comparison.withPatients(
                    Optional.empty(),
                    Optional.of(
                            "no interval of patients: the predictions of %s cannot be read"
                                    .formatted(
                                            ofArm.isEmpty()
                                                    ? comparison.arm()
                                                    : comparison.reference())));
        }
        List<Prediction> arm = ofArm.get();
        List<Prediction> reference = ofReference.get();
        if (areOfOtherFolds(arm, reference)) {
            return comparison.withPatients(
                    Optional.empty(),
                    Optional.of("the folds of the two hold different images: mind the pairing"));
        }
        Finding<PatientBootstrap.Result> finding =
                PatientBootstrap.aucDifference(
                        scored(arm, reference),
                        PatientBootstrap.RESAMPLES,
                        seed.derive("compare", comparison.dataset()));
        return comparison.withPatients(
                finding.result().map(PatientBootstrap.Result::interval),
                finding.reason().map("no interval of patients: "::concat));
    }

    private Optional<List<Prediction>> of(Comparison comparison, String arm) {
        Path file =
                predictions.resolve(
                        FileName.ofPredictions(arm, comparison.dataset(), comparison.evaluator()));
        return read.computeIfAbsent(file, PatientIntervals::read);
    }

    /** Empty if the file is damaged. */
    private static Optional<List<Prediction>> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(Predictions.read(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Parts of one size may still hold other images: variants of a matrix may differ in the seed.
     */
    private static boolean areOfOtherFolds(List<Prediction> arm, List<Prediction> reference) {
        Map<Integer, Set<Image>> byRepeat = new HashMap<>();
        reference.forEach(
                one ->
                        byRepeat.computeIfAbsent(one.repeat(), repeat -> new HashSet<>())
                                .add(image(one)));
        return arm.stream()
                .anyMatch(
                        one ->
                                byRepeat.containsKey(one.repeat())
                                        && !byRepeat.get(one.repeat()).contains(image(one)));
    }

    private record Image(String sample, int repeat, int fold) {}

    private static List<Scored> scored(List<Prediction> arm, List<Prediction> reference) {
        Map<Image, Prediction> partners = new HashMap<>();
        reference.forEach(one -> partners.put(image(one), one));
        List<Scored> scored = new ArrayList<>();
        for (Prediction one : arm) {
            Optional.ofNullable(partners.get(image(one)))
                    .ifPresent(
                            partner ->
                                    scored.add(
                                            new Scored(
                                                    patient(one),
                                                    one.repeat(),
                                                    one.fold(),
                                                    one.label(),
                                                    one.score(),
                                                    partner.score())));
        }
        return scored;
    }

    private static Image image(Prediction one) {
        return new Image(one.sample(), one.repeat(), one.fold());
    }

    /** A sample's id may be a patient's id too. */
    private static String patient(Prediction one) {
        return one.group().isEmpty() ? "sample " + one.sample() : "group " + one.group();
    }
}
