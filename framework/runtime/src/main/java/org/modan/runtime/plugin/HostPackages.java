/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.util.List;
import java.util.stream.Collectors;

/** The packages that plugins share with the host; a plugin sees nothing else of it. */
public final class HostPackages {

    /**
     * The contracts, the building blocks, DJL with its natives (a native library loads once per
     * process), and the logging facade.
     */
    private static final List<String> SHARED =
            List.of("org.modan.spi.", "org.modan.nn.", "ai.djl.", "org.slf4j.");

    /** Comes along with half of all libraries, so a copy is ignored rather than refused. */
    private static final String LOGGING = "org.slf4j.";

    /** Part of the name of packages that only look shared: the host's own, free to change. */
    private static final String INTERNAL = ".internal.";

    private HostPackages() {}

    /** Whether a plugin is given the host's class of this name. */
    public static boolean contain(String className) {
        return isNamedLikeShared(className) && !isInternal(className);
    }

    /**
     * Whether a class in a plugin's jar is one its author meant to be used: the host's would be
     * taken in its place, and a class the host does not have would never be found.
     */
    public static boolean forbidToBundle(String className) {
        return isNamedLikeShared(className) && !className.startsWith(LOGGING);
    }

    private static boolean isNamedLikeShared(String className) {
        return SHARED.stream().anyMatch(className::startsWith);
    }

    private static boolean isInternal(String className) {
        return isModans(className) && className.contains(INTERNAL);
    }

    /** Whether a class that a plugin was not given is none that its author could add. */
    public static boolean isModans(String className) {
        return className.startsWith("org.modan.");
    }

    /** For messages: the packages without their trailing dots. */
    public static String described() {
        return SHARED.stream()
                .map(name -> name.substring(0, name.length() - 1))
                .collect(Collectors.joining(", "));
    }
}
