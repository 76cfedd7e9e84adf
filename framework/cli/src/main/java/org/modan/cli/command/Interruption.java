/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.runtime.plugin.exit.ExitingPlugin;

/**
 * Ends an interrupted run between two steps. The process must not end while the engine computes:
 * its native code would be torn down under it and crash. So the hook interrupts the running thread
 * and waits until that has come to rest.
 *
 * <p>Java tells a hook neither which signal came nor lets it choose the exit code, so every request
 * to end (Ctrl-C, SIGTERM, SIGHUP) is answered with 130.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final CountDownLatch atRest = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Console console, Thread running) {
        this.hook = new Thread(() -> end(console, running), "modan-interruption");
    }

    /** Watches over the current thread until it is closed. */
    static Interruption watch(Console console) {
        requireNonNull(console, "console is null");
        Interruption interruption = new Interruption(console, Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was asked to end: what fails from now on failed because of it. */
    boolean isRequested() {
        return requested;
    }

    private void end(Console console, Thread running) {
        if (ExitingPlugin.find().isPresent()) {
            return; // no request to end; who called it waits for this hook, and would for ever
        }
        requested = true;
        console.status("");
        console.tell("interrupted: ending after this step; the same command goes on from there");
        running.interrupt();
        try {
            atRest.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    @Override
    public void close() {
        atRest.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has the last word.
            return;
        }
    }
}
