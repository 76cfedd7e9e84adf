/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.modan.cli.console.Console;
import org.modan.cli.console.ExitCode;
import org.modan.runtime.plugin.exit.ExitingPlugin;
import org.modan.runtime.plugin.failure.PluginCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a plugin can do to the whole process behind the back of whoever called it. */
final class ProcessGuards {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessGuards.class);

    private ProcessGuards() {}

    /** Watches until the process ends. */
    static void install(Console console) {
        Set<String> told = ConcurrentHashMap.newKeySet(); // a thread a step would tell of each
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) ->
                        threadEnded(
                                thread,
                                thrown,
                                warning -> {
                                    if (told.add(warning)) {
                                        console.tell(warning);
                                    }
                                }));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> tellOfExit(console), "modan-plugin-exit"));
    }

    private static void threadEnded(Thread thread, Throwable thrown, Consumer<String> warnings) {
        PluginCall.blamed(thrown)
                .ifPresentOrElse(
                        blamed ->
                                warnings.accept(
                                        "warning: a thread ended early: " + blamed.getMessage()),
                        () -> LOG.error("thread {} ended early", thread.getName(), thrown));
    }

    /** Its exit code may be 0: nobody may take that for the command's. */
    private static void tellOfExit(Console console) {
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
