/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.statistics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a test came to, or why there is none.
 *
 * @param result empty if the test is impossible
 * @param reason why it is, in words a table can show; empty if there is a result
 */
public record Finding<T>(Optional<T> result, Optional<String> reason) {

    public Finding {
        requireNonNull(result, "result is null");
        requireNonNull(reason, "reason is null");
        if (result.isPresent() == reason.isPresent()) {
            throw new IllegalArgumentException("a finding is either a result or a reason");
        }
    }

    public static <T> Finding<T> of(T result) {
        return new Finding<>(Optional.of(result), Optional.empty());
    }

    public static <T> Finding<T> impossible(String reason) {
        return new Finding<>(Optional.empty(), Optional.of(reason));
    }
}
