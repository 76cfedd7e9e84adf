/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.exit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.plugin.PluginName;

/**
 * Finds who is ending the process: a call by reflection is not in a plugin's classes, so that
 * {@link ExitCalls} cannot take it out.
 */
public final class ExitingPlugin {

    private static final String RUNTIME = "java.lang.Runtime";

    private ExitingPlugin() {}

    /**
     * The plugin whose code called {@code System.exit}, as {@link PluginName} writes it, while the
     * process is being ended; empty if it was another's doing.
     */
    public static Optional<String> find() {
        return Thread.getAllStackTraces().values().stream()
                .filter(ExitingPlugin::isExiting)
                .flatMap(ExitingPlugin::plugins)
                .findFirst();
    }

    private static boolean isExiting(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .anyMatch(
                        frame ->
                                frame.getClassName().equals(RUNTIME)
                                        && frame.getMethodName().equals("exit"));
    }

    private static Stream<String> plugins(StackTraceElement[] frames) {
        return Arrays.stream(frames)
                .flatMap(frame -> Stream.ofNullable(frame.getClassLoaderName()))
                .filter(PluginName::isOfLoader);
    }
}
