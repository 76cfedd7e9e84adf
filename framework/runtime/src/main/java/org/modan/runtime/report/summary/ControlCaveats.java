/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.modan.runtime.experiment.ArmLabel;
import org.modan.runtime.report.text.Numbers;
import org.modan.runtime.report.text.Words;

/** Tasks on which no encoder does better than what looks at no image: they compare nothing. */
final class ControlCaveats {

    private final Study study;

    ControlCaveats(Study study) {
        this.study = requireNonNull(study, "study is null");
    }

    List<String> all() {
        List<String> caveats = new ArrayList<>();
        for (String task : study.tasks()) {
            study.arms().stream()
                    .filter(Arm::control)
                    .forEach(control -> of(task, control, caveats));
        }
        return caveats;
    }

    private void of(String task, Arm control, List<String> caveats) {
        OptionalDouble without = study.standing(study.series(control, task, control.id())).mean();
        if (without.isEmpty()) {
            return;
        }
        List<String> evaluators =
                study.evaluators().stream()
                        .filter(
                                evaluator ->
                                        isUnbeaten(control, without.getAsDouble(), task, evaluator))
                        .toList();
        if (!evaluators.isEmpty()) {
            caveats.add(
                    "On %s no arm has a better mean %s with %s than the control %s (%s), which looks at no image."
                            .formatted(
                                    task,
                                    study.metricTitle(),
                                    Words.list(evaluators, "or"),
                                    control.id(),
                                    Numbers.of(without)));
        }
    }

    /**
     * A variant of a matrix may have other folds or images: its control is that of its own arms.
     */
    private boolean isUnbeaten(Arm control, double mean, String task, String evaluator) {
        String variant = ArmLabel.parse(control.id()).variant();
        double[] arms =
                study.contestants().stream()
                        .filter(arm -> ArmLabel.parse(arm.id()).variant().equals(variant))
                        .map(arm -> study.standing(study.series(arm, task, evaluator)).mean())
                        .flatMapToDouble(OptionalDouble::stream)
                        .toArray();
        return arms.length > 0
                && DoubleStream.of(arms)
                        .allMatch(arm -> study.isBetterHigher() ? arm <= mean : arm >= mean);
    }
}
