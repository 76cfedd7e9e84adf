/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.Entry;
import org.modan.runtime.protocol.ScoreSummary;

/** Sums up the AUC of each arm, task and evaluator. */
public final class Scores {

    /**
     * The AUC of one arm on one task.
     *
     * @param summary of the folds that were scored
     * @param expected how many folds there will be when all is done
     */
    public record Score(
            String arm, String task, String evaluator, ScoreSummary summary, int expected) {}

    private record Row(String arm, String task, String evaluator) {}

    private Scores() {}

    /** One row for each arm, task and evaluator, in the experiment's order. */
    public static List<Score> of(Plan plan, CellStore cells) {
        Map<Row, List<Entry>> rows = new LinkedHashMap<>();
        for (Entry entry : plan.entries()) {
            rows.computeIfAbsent(
                            new Row(entry.arm(), entry.task(), entry.evaluator()),
                            row -> new ArrayList<>())
                    .add(entry);
        }
        List<Score> scores = new ArrayList<>();
        rows.forEach((row, entries) -> scores.add(score(row, entries, cells)));
        return scores;
    }

    private static Score score(Row row, List<Entry> entries, CellStore cells) {
        List<double[]> repeats = new ArrayList<>();
        int expected = 0;
        for (Entry entry : entries) {
            expected += entry.cell().task().folds().folds();
            cells.find(entry.cell().key())
                    .filter(result -> result.status() == CellResult.Status.DONE)
                    .map(
                            result ->
                                    result.folds().stream()
                                            .flatMapToDouble(fold -> fold.auc().stream())
                                            .toArray())
                    .filter(folds -> folds.length > 0)
                    .ifPresent(repeats::add);
        }
        return new Score(
                row.arm(), row.task(), row.evaluator(), ScoreSummary.of(repeats), expected);
    }
}
