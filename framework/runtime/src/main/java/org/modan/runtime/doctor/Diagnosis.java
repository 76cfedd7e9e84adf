/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.List;

/** Everything that was found. */
public record Diagnosis(List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public int problems() {
        return count(State.PROBLEM);
    }

    public int warnings() {
        return count(State.WARNING);
    }

    /** Whether there are problems, and all of them are of plugins. */
    public boolean onlyPluginsAreAtFault() {
        return problems() > 0
                && findings.stream()
                        .filter(finding -> finding.state() == State.PROBLEM)
                        .allMatch(finding -> finding.area() == Area.PLUGINS);
    }

    private int count(State state) {
        return (int) findings.stream().filter(finding -> finding.state() == state).count();
    }
}
