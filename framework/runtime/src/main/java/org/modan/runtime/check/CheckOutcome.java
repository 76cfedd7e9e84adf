/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.List;
import org.modan.runtime.metadata.ValueAudit;

/**
 * What a check of one or more datasets came to.
 *
 * @param datasets in the order of the experiment
 * @param problems of none of them alone; sentences
 * @param warnings of none of them alone; sentences
 */
public record CheckOutcome(
        List<DatasetReport> datasets, List<String> problems, List<String> warnings) {

    public CheckOutcome {
        datasets = List.copyOf(datasets);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static CheckOutcome of(DatasetReport dataset) {
        return new CheckOutcome(List.of(dataset), List.of(), List.of());
    }

    /**
     * @param audits of each variant's datasets; of one that could not be opened nothing is known
     */
    static CheckOutcome of(List<DatasetReport> datasets, List<ValueAudit> audits) {
        if (datasets.stream().anyMatch(dataset -> !dataset.isOpened())) {
            return new CheckOutcome(datasets, List.of(), List.of());
        }
        return new CheckOutcome(
                datasets,
                audits.stream().flatMap(audit -> audit.problems().stream()).distinct().toList(),
                audits.stream().flatMap(audit -> audit.warnings().stream()).distinct().toList());
    }

    /** Whether the experiment can use all of it as it is. */
    public boolean isUsable() {
        return problems.isEmpty() && datasets.stream().allMatch(DatasetReport::isUsable);
    }
}
