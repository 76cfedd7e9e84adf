/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Everything wrong with one thing, to be told at once. */
public final class Problems {

    private final String subject;
    private final List<String> found = new ArrayList<>();

    /**
     * @param subject what is looked at, such as {@code defaults()}
     */
    public Problems(String subject) {
        this.subject = requireNonNull(subject, "subject is null");
    }

    /**
     * @param problem what is wrong unless {@code holds}; completes "subject: ..."
     */
    public void require(boolean holds, String problem, Object... arguments) {
        if (!holds) {
            found.add(problem.formatted(arguments));
        }
    }

    /**
     * @throws ContractViolation if anything was wrong
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ContractViolation(subject + ": " + String.join("; ", found));
        }
    }
}
