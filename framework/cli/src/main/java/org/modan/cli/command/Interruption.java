/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;

/**
 * Ends an interrupted run with a word to the user. Java tells a hook neither which signal came nor
 * lets it choose the exit code, so every request to end (Ctrl-C, SIGTERM, SIGHUP) is answered with
 * 130. Ending at once loses nothing: whatever is finished was renamed into place before.
 */
final class Interruption implements AutoCloseable {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** Watches until it is closed. */
    static Interruption watch(Console console) {
        requireNonNull(console, "console is null");
        Thread hook = new Thread(() -> end(console), "modan-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    private static void end(Console console) {
        console.status("");
        console.tell("interrupted; the same command goes on where this one stopped");
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has the last word.
            return;
        }
    }
}
