/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * The words of what was thrown. Its class may be a plugin's, and so fail to say them: an exception
 * that cannot be told must not become one that ends the run.
 */
public final class ThrownText {

    private ThrownText() {}

    /** Its message; empty if it has none, or throws when asked for it. */
    public static Optional<String> message(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getMessage());
        } catch (RuntimeException | Error e) {
            return Optional.empty();
        }
    }

    /** Class and message, as Java writes them; the class alone if it cannot say more. */
    public static String described(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException | Error e) {
            return thrown.getClass().getName();
        }
    }

    /** The stack trace with those of the causes; only the frames if it cannot be printed. */
    public static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text));
            return text.toString();
        } catch (RuntimeException | Error e) {
            return frames(thrown);
        }
    }

    private static String frames(Throwable thrown) {
        StringBuilder text = new StringBuilder(described(thrown)).append(System.lineSeparator());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            text.append("\tat ").append(frame).append(System.lineSeparator());
        }
        return text.toString();
    }
}
