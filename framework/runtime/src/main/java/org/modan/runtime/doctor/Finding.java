/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param text what was found
 * @param remedy what to do about it, as an imperative; of every warning and problem
 */
public record Finding(Area area, State state, String text, Optional<String> remedy) {

    public Finding {
        requireNonNull(area, "area is null");
        requireNonNull(state, "state is null");
        requireNonNull(text, "text is null");
        if (remedy.isEmpty() && (state == State.WARNING || state == State.PROBLEM)) {
            throw new IllegalArgumentException("no remedy for: " + text);
        }
    }

    static Finding ok(Area area, String text) {
        return new Finding(area, State.OK, text, Optional.empty());
    }

    static Finding warning(Area area, String text, String remedy) {
        return new Finding(area, State.WARNING, text, Optional.of(remedy));
    }

    static Finding problem(Area area, String text, String remedy) {
        return new Finding(area, State.PROBLEM, text, Optional.of(remedy));
    }

    static Finding unknown(Area area, String text) {
        return new Finding(area, State.UNKNOWN, text, Optional.empty());
    }
}
