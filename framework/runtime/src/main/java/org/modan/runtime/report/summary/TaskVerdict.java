/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.summary.Verdict.Certainty;
import org.modan.runtime.report.text.Numbers;
import org.modan.runtime.report.text.Words;

/** Says of one task under one evaluator which arm is ahead. */
final class TaskVerdict {

    private record Place(String arm, ScoreSummary standing) {

        double mean() {
            return standing.mean().orElseThrow();
        }
    }

    private final Study study;
    private final String task;
    private final String evaluator;

    /** The arms that were measured, the best first. */
    private final List<Place> places;

    TaskVerdict(Study study, String task, String evaluator) {
        this.study = requireNonNull(study, "study is null");
        this.task = requireNonNull(task, "task is null");
        this.evaluator = requireNonNull(evaluator, "evaluator is null");
        this.places = places();
    }

    private List<Place> places() {
        List<Place> measured = new ArrayList<>();
        for (Arm arm : study.contestants()) {
            ScoreSummary standing = study.standing(study.series(arm, task, evaluator));
            if (standing.mean().isPresent()) {
                measured.add(new Place(arm.id(), standing));
            }
        }
        Comparator<Place> byMean = Comparator.comparingDouble(Place::mean);
        measured.sort(study.isBetterHigher() ? byMean.reversed() : byMean);
        return List.copyOf(measured);
    }

    Verdict verdict() {
        if (places.isEmpty()) {
            return new Verdict(
                    task,
                    evaluator,
                    Optional.empty(),
                    ScoreSummary.none(),
                    Optional.empty(),
                    Certainty.NOTHING,
                    "On %s nothing has been measured.".formatted(task));
        }
        Place best = places.get(0);
        if (places.size() == 1) {
            return verdict(
                    best,
                    Optional.empty(),
                    Certainty.NOTHING,
                    "On %s, %s has a mean %s of %s; there is no other arm to compare it with."
                            .formatted(
                                    task,
                                    best.arm(),
                                    study.metricTitle(),
                                    Numbers.of(best.mean())));
        }
        List<String> equal =
                places.stream()
                        .filter(place -> place.mean() == best.mean())
                        .map(Place::arm)
                        .toList();
        if (equal.size() > 1) {
            return tie(best, Words.list(equal, "and"));
        }
        String start = "On %s, %s has the %s".formatted(task, best.arm(), bestMean(best));
        return study.isReference(best.arm(), task, evaluator)
                ? reference(start)
                : challenger(start);
    }

    private Verdict tie(Place best, String arms) {
        return new Verdict(
                task,
                evaluator,
                Optional.of(arms),
                best.standing(),
                Optional.empty(),
                Certainty.TIED,
                "On %s, %s share the %s.".formatted(task, arms, bestMean(best)));
    }

    /** {@code highest mean AUC, 0.812}. */
    private String bestMean(Place best) {
        return "%s mean %s, %s"
                .formatted(
                        study.isBetterHigher() ? "highest" : "lowest",
                        study.metricTitle(),
                        Numbers.of(best.mean()));
    }

    /** The best arm is the one all others were tested against. */
    private Verdict reference(String start) {
        Place best = places.get(0);
        List<String> near = new ArrayList<>();
        int tested = 0;
        for (Place place : places.subList(1, places.size())) {
            Optional<ComparisonLine> line = tested(place.arm(), best.arm());
            tested += line.isPresent() ? 1 : 0;
            if (line.filter(ComparisonLine::holdsZero).isPresent()) {
                near.add(place.arm());
            }
        }
        Place second = places.get(1);
        Optional<ComparisonLine> nearest = tested(second.arm(), best.arm());
        if (tested < places.size() - 1) {
            return verdict(
                    best,
                    nearest,
                    Certainty.UNTESTED,
                    "%s, %s from %s; not every difference has an interval, so how sure that is cannot be said."
                            .formatted(start, lead(best, second), second.arm()));
        }
        if (near.isEmpty()) {
            return verdict(
                    best,
                    nearest,
                    Certainty.CLEAR,
                    "%s, and is ahead of %s: the 95%% interval of %s excludes zero. %s comes nearest, %s."
                            .formatted(
                                    start,
                                    places.size() == 2 ? second.arm() : "every other arm",
                                    places.size() == 2 ? "the difference" : "each difference",
                                    second.arm(),
                                    evidence(nearest.orElseThrow())));
        }
        return verdict(
                best,
                nearest,
                Certainty.OPEN,
                "%s, but it cannot be told from %s: the 95%% interval of the difference holds zero (%s: %s)."
                        .formatted(
                                start,
                                Words.list(near, "and"),
                                second.arm(),
                                evidence(nearest.orElseThrow())));
    }

    /** The best arm was tested against a reference that is not the best. */
    private Verdict challenger(String start) {
        Place best = places.get(0);
        Place second = places.get(1);
        Optional<ComparisonLine> line = tested(best.arm());
        if (line.isEmpty()) {
            return verdict(
                    best,
                    line,
                    Certainty.UNTESTED,
                    "%s, %s from %s; there is no interval, so how sure that is cannot be said."
                            .formatted(start, lead(best, second), second.arm()));
        }
        String reference = line.get().reference();
        String text =
                "%s, against the reference %s %s: the interval %s."
                        .formatted(
                                start,
                                reference,
                                evidence(line.get()),
                                line.get().holdsZero() ? "holds zero" : "excludes zero");
        if (line.get().holdsZero()) {
            return verdict(best, line, Certainty.OPEN, text);
        }
        if (second.arm().equals(reference)) {
            return verdict(best, line, Certainty.CLEAR, text);
        }
        return verdict(
                best,
                line,
                Certainty.AGAINST_REFERENCE,
                "%s Its lead of %s over %s was not tested."
                        .formatted(text, lead(best, second), second.arm()));
    }

    private Verdict verdict(
            Place best, Optional<ComparisonLine> comparison, Certainty certainty, String sentence) {
        return new Verdict(
                task,
                evaluator,
                Optional.of(best.arm()),
                best.standing(),
                comparison,
                certainty,
                sentence);
    }

    private Optional<ComparisonLine> tested(String arm, String reference) {
        return tested(arm).filter(line -> line.reference().equals(reference));
    }

    private Optional<ComparisonLine> tested(String arm) {
        return study.comparison(arm, task, evaluator).filter(ComparisonLine::hasInterval);
    }

    private static String lead(Place best, Place second) {
        return Numbers.of(Math.abs(best.mean() - second.mean()));
    }

    /** {@code +0.021 (0.003 to 0.039; p = 0.020, two-sided, Holm 0.040)}. */
    private static String evidence(ComparisonLine line) {
        StringBuilder text = new StringBuilder();
        line.difference().ifPresent(value -> text.append(Numbers.signed(value)).append(' '));
        text.append("(%s to %s".formatted(Numbers.of(line.low()), Numbers.of(line.high())));
        if (line.p().isPresent()) {
            text.append("; ").append(Numbers.equation(line.p())).append(", ");
            text.append(line.alternative());
        }
        if (line.holm().isPresent()) {
            text.append(", after Holm ").append(Numbers.p(line.holm()));
        }
        return text.append(')').toString();
    }
}
