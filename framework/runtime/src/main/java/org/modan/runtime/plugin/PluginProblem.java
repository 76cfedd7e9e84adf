/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Why a plugin, or one extension of it, cannot be used.
 *
 * @param jar the jar or folder it is about
 * @param cause what is wrong, to be read after the jar and a colon
 * @param remedy what to do about it, as an imperative
 */
public record PluginProblem(Path jar, String cause, String remedy) {

    public PluginProblem {
        requireNonNull(jar, "jar is null");
        // Exceptions of plugins are quoted here, and theirs may run over many lines.
        cause = onOneLine(cause);
        remedy = onOneLine(remedy);
    }

    /** The whole problem on one line. */
    public String message() {
        return "%s: %s; %s".formatted(jar, cause, remedy);
    }

    private static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
