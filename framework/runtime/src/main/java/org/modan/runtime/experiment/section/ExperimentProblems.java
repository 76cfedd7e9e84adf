/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import java.util.List;
import java.util.stream.Collectors;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Everything that is wrong with an experiment, in the order of its lines. */
public final class ExperimentProblems extends ModanException {

    private final transient List<Problem> problems;

    ExperimentProblems(List<Problem> problems) {
        super(ErrorCode.CONFIGURATION, describe(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", "%d mistakes:".formatted(problems.size()), ""));
    }
}
