/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.report.content.Contents;
import org.modan.runtime.report.content.EvaluatorPart;
import org.modan.runtime.report.table.HtmlTable;
import org.modan.runtime.report.text.Html;

/** Tables, intervals and curves, evaluator by evaluator. */
final class ResultsSection implements Section {

    private final Contents contents;

    ResultsSection(Contents contents) {
        this.contents = requireNonNull(contents, "contents is null");
    }

    @Override
    public String id() {
        return "results";
    }

    @Override
    public String title() {
        return "Results";
    }

    @Override
    public boolean isEmpty() {
        return contents.evaluators().isEmpty();
    }

    @Override
    public void write(Html html) {
        contents.evaluators().forEach(part -> write(html, part));
    }

    private void write(Html html, EvaluatorPart part) {
        html.element("h3", part.evaluator());
        html.open("ul", "class", "verdicts");
        part.verdicts().forEach(verdict -> html.element("li", verdict));
        html.close();
        HtmlTable.write(part.results(), html);
        part.differences()
                .forEach(
                        figure ->
                                Figures.wide(
                                        html,
                                        figure,
                                        "Differences of mean %s with their 95%% intervals. An interval that crosses the line at zero leaves open which arm is better."
                                                .formatted(contents.study().metricTitle())));
        if (!part.curves().isEmpty()) {
            Figures.panels(
                    html,
                    part.curves(),
                    "ROC curves of the out-of-fold predictions. At each false positive rate the true positive rates of the folds are averaged within a repeat, and these averages over the repeats; scores of different folds are not pooled. Numbers are the mean AUCs.");
        }
        Stream.of(part.patients(), part.metrics())
                .flatMap(Optional::stream)
                .forEach(
                        table -> {
                            html.open("details").element("summary", table.caption());
                            HtmlTable.write(table, html);
                            html.close();
                        });
    }
}
