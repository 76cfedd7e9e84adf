/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.modan.runtime.metrics.MetricName;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.stored.ComparisonLine;
import org.modan.runtime.report.stored.ResultLine;
import org.modan.runtime.report.stored.Series;
import org.modan.runtime.report.stored.Settings;
import org.modan.runtime.report.stored.StoredRun;

/** A stored run along its axes: arms, tasks and evaluators in the experiment's order. */
public final class Study {

    /** The metric that arms are judged by unless the experiment names another. */
    private static final String USUAL_METRIC = "auc";

    private final StoredRun run;
    private final List<Arm> arms;
    private final List<String> tasks;
    private final List<String> evaluators;
    private final Standings standings;

    private Study(StoredRun run, List<Arm> arms, List<String> tasks, List<String> evaluators) {
        this.run = requireNonNull(run, "run is null");
        this.arms = List.copyOf(arms);
        this.tasks = List.copyOf(tasks);
        this.evaluators = List.copyOf(evaluators);
        this.standings = Standings.of(run.results());
    }

    public static Study of(StoredRun run) {
        Settings settings = run.settings();
        List<ResultLine> results = run.results();
        Set<String> tasks = new LinkedHashSet<>(settings.ids("tasks"));
        results.forEach(line -> tasks.add(line.task()));
        Set<String> evaluators = new LinkedHashSet<>();
        if (!tasks.isEmpty()) {
            evaluators.addAll(scoring(run));
        }
        results.stream()
                .filter(line -> !line.isControl())
                .forEach(line -> evaluators.add(line.evaluator()));
        results.stream()
                .filter(ResultLine::isControl)
                .forEach(line -> evaluators.remove(line.evaluator()));
        return new Study(run, arms(run), List.copyOf(tasks), List.copyOf(evaluators));
    }

    private static List<Arm> arms(StoredRun run) {
        Map<String, String> strategies = new LinkedHashMap<>();
        if (!run.settings().hasMatrix()) {
            run.settings()
                    .entries("pretrain")
                    .forEach(
                            arm ->
                                    strategies.put(
                                            String.valueOf(arm.get("id")),
                                            String.valueOf(arm.get("strategy"))));
        }
        run.encoders().keySet().forEach(arm -> strategies.putIfAbsent(arm, ""));
        run.results().forEach(line -> strategies.put(line.arm(), line.strategy()));
        Stream<Arm> all =
                strategies.entrySet().stream()
                        .map(
                                arm ->
                                        new Arm(
                                                arm.getKey(),
                                                arm.getValue(),
                                                arm.getValue().equals(Plan.CONTROL)));
        return all.sorted((a, b) -> Boolean.compare(a.control(), b.control())).toList();
    }

    /** The evaluators of the experiment but controls and those that only make maps or measures. */
    private static List<String> scoring(StoredRun run) {
        Set<String> others = new LinkedHashSet<>();
        run.evaluators()
                .forEach(
                        (id, kind) -> {
                            if (!kind.scoresEncoders()) {
                                others.add(id);
                            }
                        });
        run.maps().forEach(map -> others.add(map.evaluator()));
        run.measures()
                .ifPresent(
                        table -> table.lines().forEach(line -> others.add(line.text("evaluator"))));
        return run.settings().ids("evaluators").stream()
                .filter(id -> !others.contains(id))
                .toList();
    }

    public StoredRun run() {
        return run;
    }

    /** Controls last. */
    public List<Arm> arms() {
        return arms;
    }

    /** Those that have an encoder. */
    public List<Arm> contestants() {
        return arms.stream().filter(arm -> !arm.control()).toList();
    }

    public List<String> tasks() {
        return tasks;
    }

    public List<String> evaluators() {
        return evaluators;
    }

    public Standings standings() {
        return standings;
    }

    /** The metric that arms are judged by: the first that the experiment compares. */
    public String metric() {
        return run.settings().texts("compare", "metrics").stream().findFirst().orElse(USUAL_METRIC);
    }

    /** What a reader calls a metric. */
    public String metricTitle() {
        return metric().replaceFirst("\\bauc$", "AUC").replaceFirst("^brier", "Brier score");
    }

    /** Whether a larger value is a better one. */
    public boolean isBetterHigher() {
        return MetricName.find(metric()).map(name -> name.metric().isBetterHigher()).orElse(true);
    }

    /** Of an arm in the metric that arms are judged by. */
    public ScoreSummary standing(Series series) {
        return standings.of(series, metric());
    }

    /** What an arm did under an evaluator. A control has its own, whichever it stands beside. */
    public Series series(Arm arm, String task, String evaluator) {
        return new Series(arm.id(), task, arm.control() ? evaluatorOf(arm) : evaluator);
    }

    private String evaluatorOf(Arm control) {
        return run.results().stream()
                .filter(line -> line.arm().equals(control.id()))
                .map(ResultLine::evaluator)
                .findFirst()
                .orElse(control.id());
    }

    /** An arm against its reference, in the metric that arms are judged by. */
    public Optional<ComparisonLine> comparison(String arm, String task, String evaluator) {
        return run.comparisons().stream()
                .filter(line -> line.metric().equals(metric()))
                .filter(line -> line.arm().equals(arm) && line.task().equals(task))
                .filter(line -> line.evaluator().equals(evaluator))
                .findFirst();
    }

    /**
     * Whether others are compared with an arm: there may be several such, since each variant of a
     * matrix has its own.
     */
    public boolean isReference(String arm, String task, String evaluator) {
        return run.comparisons().stream()
                .anyMatch(
                        line ->
                                line.reference().equals(arm)
                                        && line.task().equals(task)
                                        && line.evaluator().equals(evaluator));
    }
}
