/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.modan.spi.Seed;

/**
 * How far the difference of two arms' AUC depends on which patients happened to be in the dataset:
 * a bootstrap of patients (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section
 * 13.3; patients rather than images: Obuchowski, Biometrics 53, 1997).
 *
 * <p>A resample draws as many patients as there are, with replacement; a patient drawn twice counts
 * with all its images twice, in every repeat and fold and for both arms alike. On each fold both
 * arms' AUC is computed with these weights, fold AUCs are averaged within a repeat and these over
 * the repeats, as everywhere. The interval runs from the 2.5th to the 97.5th percentile of the
 * differences. Encoders and classifiers are not trained again: the interval shows the chance in
 * whom they are tested on, not that in whom they are fitted on.
 */
public final class PatientBootstrap {

    /** How many resamples tables are made with. */
    public static final int RESAMPLES = 2000;

    /**
     * One image's out-of-fold scores by two arms.
     *
     * @param patient whose image it is; the image's own id where that is not known
     * @param label 0 or 1
     * @param first the score of the first arm
     * @param second the score of the second, on the same fold of the same repeat
     */
    public record Scored(
            String patient, int repeat, int fold, int label, double first, double second) {}

    /**
     * What the bootstrap came to.
     *
     * @param difference the first arm's AUC minus the second's, -1 to 1
     * @param interval of that difference
     * @param resamples that were drawn; those without a fold of both classes were left out of them
     * @param patients that were drawn from
     */
    public record Result(double difference, Interval interval, int resamples, int patients) {}

    private final List<WeightedFold> folds;
    private final int patients;

    private PatientBootstrap(List<WeightedFold> folds, int patients) {
        this.folds = folds;
        this.patients = patients;
    }

    /**
     * @param scores of every image that both arms scored
     * @param resamples at least 1
     * @param seed from which each resample's draws are derived
     * @return no result with fewer than two patients, or if no fold has both classes
     * @throws IllegalArgumentException if a score is not finite, or there are no resamples
     */
    public static Finding<Result> aucDifference(List<Scored> scores, int resamples, Seed seed) {
        if (resamples < 1) {
            throw new IllegalArgumentException("a bootstrap needs resamples, not " + resamples);
        }
        Map<String, Integer> positions = positions(scores);
        if (positions.size() < 2) {
            return Finding.impossible(
                    "resampling needs at least two patients, not %d".formatted(positions.size()));
        }
        Map<Integer, Map<Integer, List<Scored>>> byFold = new TreeMap<>();
        scores.forEach(
                one ->
                        byFold.computeIfAbsent(one.repeat(), repeat -> new TreeMap<>())
                                .computeIfAbsent(one.fold(), fold -> new ArrayList<>())
                                .add(one));
        List<WeightedFold> folds = new ArrayList<>();
        byFold.forEach(
                (repeat, parts) ->
                        parts.values()
                                .forEach(
                                        part ->
                                                folds.add(
                                                        WeightedFold.of(repeat, part, positions))));
        return new PatientBootstrap(folds, positions.size()).run(resamples, seed);
    }

    /** By name, so that the same patients are drawn in whatever order their scores come. */
    private static Map<String, Integer> positions(List<Scored> scores) {
        Map<String, Integer> positions = new HashMap<>();
        scores.stream()
                .map(Scored::patient)
                .distinct()
                .sorted()
                .forEach(patient -> positions.put(patient, positions.size()));
        return positions;
    }

    private Finding<Result> run(int resamples, Seed seed) {
        int[] once = new int[patients];
        Arrays.fill(once, 1);
        OptionalDouble observed = difference(once);
        if (observed.isEmpty()) {
            return Finding.impossible("no fold has both classes");
        }
        // Each resample has a seed of its own, so that how many threads there are changes nothing.
        double[] sorted =
                IntStream.range(0, resamples)
                        .parallel()
                        .mapToObj(i -> difference(draw(seed.derive("bootstrap", i).random())))
                        .flatMapToDouble(OptionalDouble::stream)
                        .sorted()
                        .toArray();
        if (sorted.length == 0) {
            return Finding.impossible("no resample has a fold with both classes");
        }
        return Finding.of(
                new Result(
                        observed.getAsDouble(),
                        new Interval(
                                percentile(sorted, Interval.TAIL),
                                percentile(sorted, 1 - Interval.TAIL)),
                        sorted.length,
                        patients));
    }

    private int[] draw(RandomGenerator random) {
        int[] counts = new int[patients];
        for (int i = 0; i < patients; i++) {
            counts[random.nextInt(patients)]++;
        }
        return counts;
    }

    /** Empty if no fold has both classes. */
    private OptionalDouble difference(int[] counts) {
        Map<Integer, List<Double>> byRepeat = new TreeMap<>();
        for (WeightedFold fold : folds) {
            fold.difference(counts)
                    .ifPresent(
                            value ->
                                    byRepeat.computeIfAbsent(
                                                    fold.repeat(), repeat -> new ArrayList<>())
                                            .add(value));
        }
        return byRepeat.values().stream()
                .mapToDouble(
                        values ->
                                values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElseThrow())
                .average();
    }

    /** Between the two nearest values in proportion, as NumPy's {@code percentile} does. */
    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
