/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.runtime.plugin.exit.ExitingPlugin;
import org.modan.runtime.plugin.failure.PluginCall;
import org.slf4j.LoggerFactory;

/** What a plugin can do to the whole process behind the back of whoever called it. */
final class ProcessGuards implements AutoCloseable {

    private final Console console;
    private final Thread.UncaughtExceptionHandler before;
    private final Thread exitHook = new Thread(this::tellOfExit, "modan-plugin-exit");
    private final Set<String> told = ConcurrentHashMap.newKeySet(); // one for a thread of each step

    private ProcessGuards(Console console) {
        this.console = requireNonNull(console, "console is null");
        this.before = Thread.getDefaultUncaughtExceptionHandler();
    }

    /** Watches until it is closed. */
    static ProcessGuards install(Console console) {
        ProcessGuards guards = new ProcessGuards(console);
        Thread.setDefaultUncaughtExceptionHandler(guards::threadEnded);
        Runtime.getRuntime().addShutdownHook(guards.exitHook);
        return guards;
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has the last word.
            return;
        }
    }

    private void threadEnded(Thread thread, Throwable thrown) {
        PluginCall.blamed(thrown)
                .ifPresentOrElse(
                        blamed -> warn("a thread ended early: " + blamed.getMessage()),
                        () ->
                                LoggerFactory.getLogger(ProcessGuards.class)
                                        .error("thread {} ended early", thread.getName(), thrown));
    }

    private void warn(String message) {
        if (told.add(message)) {
            console.tell("warning: " + message);
        }
    }

    /** Its exit code may be 0: nobody may take that for the command's. */
    private void tellOfExit() {
        ExitingPlugin.find()
                .ifPresent(
                        plugin -> {
                            console.tell(
                                    "modan: %s: it calls System.exit by reflection, which has ended Modan; report this to the plugin's author: a plugin throws a ModanException instead"
                                            .formatted(plugin));
                            Runtime.getRuntime().halt(ExitCode.PLUGIN.code());
                        });
    }
}
