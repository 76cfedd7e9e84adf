/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

/**
 * An error a user can act on: its message says what is wrong, where, and what to do. It is shown
 * without a stack trace.
 *
 * @since 1.0
 */
public class ModanException extends RuntimeException {

    private final ErrorCode code;

    public ModanException(ErrorCode code, String message) {
        super(message);
        this.code = requireNonNull(code, "code is null");
    }

    public ModanException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code is null");
    }

    public ErrorCode code() {
        return code;
    }
}
