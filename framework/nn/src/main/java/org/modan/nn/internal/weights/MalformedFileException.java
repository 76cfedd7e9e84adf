/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.IOException;

/** A file that was read, and is damaged or of another format; its message says how that shows. */
public final class MalformedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedFileException(String message) {
        this(message, null);
    }

    MalformedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
