/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Java says where it cannot load a native library for a plugin. */
final class NativeLibraryFailure {

    private static final Pattern TWICE =
            Pattern.compile("Native Library (.+) already loaded in another classloader");

    private static final Pattern MISSING =
            Pattern.compile("no (.+) in java\\.library\\.path(: .*)?", Pattern.DOTALL);

    private NativeLibraryFailure() {}

    /**
     * @param message of the {@link UnsatisfiedLinkError}
     * @return empty if it is about something else, such as a function that a library lacks
     */
    static Optional<PluginFailure> of(String message) {
        Matcher twice = TWICE.matcher(message);
        if (twice.matches()) {
            return Optional.of(
                    new PluginFailure(
                            "another plugin has loaded the native library %s, and Java loads one for"
                                            .formatted(twice.group(1))
                                    + " a single plugin of a process",
                            "remove one of the two plugins, let one plugin offer what both do, or"
                                    + " give this one a copy of the library under another name"));
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return Optional.of(
                    new PluginFailure(
                            "the native library %s is missing".formatted(missing.group(1)),
                            "install it and name its folder, as in"
                                    + " MODAN_JAVA_OPTS=-Djava.library.path=/opt/lib"));
        }
        return Optional.empty();
    }
}
