/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How one check ended.
 *
 * @param state what came out
 * @param check what was to hold, as a sentence
 * @param detail why it does not hold or could not be looked at, or what else is to be known
 */
public record Result(State state, String check, Optional<String> detail) {

    /** What came out of a check. */
    public enum State {
        OK,
        FAILED,
        /** Nobody could tell here, which says nothing about the plugin. */
        SKIPPED
    }

    public Result {
        requireNonNull(state, "state is null");
        requireNonNull(check, "check is null");
        requireNonNull(detail, "detail is null");
    }

    static Result ok(String check) {
        return new Result(State.OK, check, Optional.empty());
    }

    static Result ok(String check, String note) {
        return new Result(State.OK, check, Optional.of(note));
    }

    static Result failed(String check, String why) {
        return new Result(State.FAILED, check, Optional.of(why));
    }

    static Result skipped(String check, String why) {
        return new Result(State.SKIPPED, check, Optional.of(why));
    }
}
