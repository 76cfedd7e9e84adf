/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Which plugin it is, for people: {@code plugin acme 1.0.0 (/opt/plugins/acme.jar)}. Its class
 * loader has this as its name, and so has every line of a stack trace that runs through it.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param jar the file
 */
public record PluginName(String id, String version, Path jar) {

    private static final String FIRST_WORD = "plugin ";

    public PluginName {
        requireNonNull(id, "id is null");
        requireNonNull(version, "version is null");
        requireNonNull(jar, "jar is null");
    }

    /** Whether a class loader of this name loads a plugin. */
    public static boolean isOfLoader(String name) {
        return name.startsWith(FIRST_WORD);
    }

    @Override
    public String toString() {
        return FIRST_WORD + "%s %s (%s)".formatted(id, version, jar);
    }
}
