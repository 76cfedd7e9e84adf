/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.content;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modan.runtime.cell.Predictions.Prediction;
import org.modan.runtime.report.figure.Figure;
import org.modan.runtime.report.figure.IntervalPlot;
import org.modan.runtime.report.figure.LossPlot;
import org.modan.runtime.report.figure.MapPlot;
import org.modan.runtime.report.figure.RocPlot;
import org.modan.runtime.report.stored.RunFolder;
import org.modan.runtime.report.stored.Series;
import org.modan.runtime.report.stored.StoredRun;
import org.modan.runtime.report.summary.Arm;
import org.modan.runtime.report.summary.Atlas;
import org.modan.runtime.report.summary.Caveats;
import org.modan.runtime.report.summary.Coverage;
import org.modan.runtime.report.summary.Headline;
import org.modan.runtime.report.summary.RocCurve;
import org.modan.runtime.report.summary.Study;
import org.modan.runtime.report.summary.Verdict;
import org.modan.runtime.report.summary.Verdicts;
import org.modan.runtime.text.Reasons;

/** Puts the contents of a report together. */
public final class ContentsBuilder {

    private final StoredRun run;
    private final Study study;
    private final Coverage coverage;
    private final Verdicts verdicts;
    private final Set<String> problems = new LinkedHashSet<>();

    private ContentsBuilder(Study study) {
        this.study = requireNonNull(study, "study is null");
        this.run = study.run();
        this.coverage = Coverage.of(study);
        this.verdicts = new Verdicts(study);
    }

    /**
     * @param caveats known before
     */
    public static Contents of(Study study, Atlas atlas, List<String> caveats) {
        return new ContentsBuilder(study).build(atlas, caveats);
    }

    private Contents build(Atlas atlas, List<String> known) {
        List<EvaluatorPart> parts = study.evaluators().stream().map(this::part).toList();
        LossPlot loss = new LossPlot(study);
        List<Figure> losses =
                study.contestants().stream().map(loss::of).flatMap(Optional::stream).toList();
        List<String> caveats = new ArrayList<>(known);
        caveats.addAll(new Caveats(study, coverage).all());
        caveats.addAll(problems);
        return new Contents(
                study,
                caveats,
                AnswerTable.of(study, verdicts),
                GapsTable.of(coverage),
                run.skipped()
                        .filter(table -> !table.rows().isEmpty())
                        .map(table -> CopiedTable.of("skipped", "Left out by the run", table)),
                parts,
                DataTable.of(study),
                losses,
                MeasuresTable.of(study),
                MapPlot.of(atlas),
                CostTable.of(study),
                ProvenanceTable.of(run),
                ProvenanceTable.encoders(run));
    }

    private EvaluatorPart part(String evaluator) {
        return new EvaluatorPart(
                evaluator,
                new Headline(study, verdicts, coverage).of(evaluator),
                verdicts.of(evaluator).stream().map(Verdict::sentence).toList(),
                new ResultsTable(study, coverage, evaluator).table(),
                PatientsTable.of(study, evaluator),
                MetricsTable.of(study, evaluator),
                new IntervalPlot(study).of(evaluator),
                study.tasks().stream()
                        .map(task -> curves(task, evaluator))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Figure> curves(String task, String evaluator) {
        Map<Arm, RocCurve> curves = new LinkedHashMap<>();
        for (Arm arm : study.arms()) {
            Series series = study.series(arm, task, evaluator);
            try {
                List<Prediction> predictions = RunFolder.predictions(run.folder(), series);
                if (predictions.isEmpty() && study.standing(series).repeats() > 0) {
                    problems.add(
                            "There are no predictions of %s on %s with %s: there is no curve, and no interval over patients."
                                    .formatted(arm.id(), task, series.evaluator()));
                }
                RocCurve.of(predictions).ifPresent(curve -> curves.put(arm, curve));
            } catch (IOException e) {
                problems.add(
                        "The predictions of %s on %s with %s cannot be read, and have no curve: %s."
                                .formatted(arm.id(), task, series.evaluator(), Reasons.of(e)));
            }
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new RocPlot(study).of(task, evaluator, curves));
    }
}
