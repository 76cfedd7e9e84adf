/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Says of each task which arm is ahead, and no more than the intervals allow. */
public final class Verdicts {

    private final Study study;

    public Verdicts(Study study) {
        this.study = requireNonNull(study, "study is null");
    }

    /** Of each task of an evaluator. */
    public List<Verdict> of(String evaluator) {
        return study.tasks().stream()
                .map(task -> new TaskVerdict(study, task, evaluator).verdict())
                .toList();
    }
}
