/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modan.runtime.report.figure.Figure;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.table.Table;

/**
 * Everything a report shows.
 *
 * @param caveats what must be known before trusting it, a sentence or more each
 * @param answer the best arm of each task
 * @param missing evaluations without scores; empty if there are none
 * @param skipped what the run left out; empty if nothing
 * @param evaluators one part each
 * @param losses learning curves, one figure a trained arm
 * @param measures of features; empty if there are none
 * @param maps for files only: the page has maps of its own
 */
public record Contents(
        Study study,
        List<String> caveats,
        Table answer,
        Optional<Table> missing,
        Optional<Table> skipped,
        List<EvaluatorPart> evaluators,
        Table data,
        List<Figure> losses,
        Optional<Table> measures,
        List<Figure> maps,
        Table cost,
        Table provenance,
        Table encoders) {

    public Contents {
        requireNonNull(study, "study is null");
        caveats = List.copyOf(caveats);
        evaluators = List.copyOf(evaluators);
        losses = List.copyOf(losses);
        maps = List.copyOf(maps);
    }

    /** Every table that holds something. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(answer);
        missing.ifPresent(tables::add);
        skipped.ifPresent(tables::add);
        for (EvaluatorPart part : evaluators) {
            tables.add(part.results());
            part.patients().ifPresent(tables::add);
            part.metrics().ifPresent(tables::add);
        }
        tables.add(data);
        measures.ifPresent(tables::add);
        tables.addAll(List.of(cost, provenance, encoders));
        return tables.stream().filter(table -> !table.rows().isEmpty()).toList();
    }

    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (EvaluatorPart part : evaluators) {
            figures.addAll(part.differences());
            figures.addAll(part.curves());
        }
        figures.addAll(losses);
        figures.addAll(maps);
        return figures;
    }
}
