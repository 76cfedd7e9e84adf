/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.YamlProblem;

/** Hears of every mistake before the first is shown. */
public final class ProblemCollector {

    // A mistake outside the matrix's axes is found again in every combination.
    private final Set<Problem> found = new LinkedHashSet<>();
    private int reports;

    public void add(Origin origin, String path, String message) {
        found.add(new Problem(origin, path, message));
        reports++;
    }

    public void add(YamlProblem problem) {
        add(problem.origin(), "", problem.message());
    }

    /** How often a mistake was reported, repetitions included. */
    public int reports() {
        return reports;
    }

    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw asException();
        }
    }

    /** What was found, in the order of its lines. */
    public ExperimentProblems asException() {
        return new ExperimentProblems(
                found.stream()
                        .sorted(
                                Comparator.comparingInt(ProblemCollector::line)
                                        .thenComparingInt(problem -> problem.origin().column()))
                        .toList());
    }

    /** Arguments come after the lines of a file. */
    private static int line(Problem problem) {
        int line = problem.origin().line();
        return line == 0 ? Integer.MAX_VALUE : line;
    }
}
