/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.modan.runtime.report.figure.Figure;
import org.modan.runtime.report.table.Table;

/**
 * What a report has of one evaluator.
 *
 * @param headline which arm serves which task best, in a sentence or two
 * @param verdicts the same task by task, a sentence each
 * @param results the table in the paper's shape
 * @param patients differences over patients drawn anew; empty if there are none
 * @param metrics all metrics; empty if the results show the only one
 * @param differences the interval plot; none if nothing was tested
 * @param curves ROC curves, one figure a task
 */
public record EvaluatorPart(
        String evaluator,
        String headline,
        List<String> verdicts,
        Table results,
        Optional<Table> patients,
        Optional<Table> metrics,
        List<Figure> differences,
        List<Figure> curves) {

    public EvaluatorPart {
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(headline, "headline is null");
        verdicts = List.copyOf(verdicts);
        requireNonNull(results, "results is null");
        requireNonNull(patients, "patients is null");
        requireNonNull(metrics, "metrics is null");
        differences = List.copyOf(differences);
        curves = List.copyOf(curves);
    }
}
