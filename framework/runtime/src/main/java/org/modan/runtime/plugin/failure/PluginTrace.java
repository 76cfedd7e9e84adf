/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.runtime.plugin.PluginName;

/** Tells from a stack trace whose code was running, on whichever thread it ran. */
final class PluginTrace {

    /** Causes may form a circle. */
    private static final int DEEPEST = 20;

    private PluginTrace() {}

    /**
     * The plugin whose code was running where something was thrown, as {@link PluginName} writes
     * it: the one that was called last, also where it had called the host in its turn. Empty if no
     * plugin was at work.
     */
    static Optional<String> plugin(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .flatMap(frame -> Stream.ofNullable(frame.getClassLoaderName()))
                .filter(PluginName::isOfLoader)
                .findFirst();
    }
}
