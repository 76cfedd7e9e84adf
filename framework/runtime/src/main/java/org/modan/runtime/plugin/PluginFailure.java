/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.modan.spi.ModanException;

/**
 * What an exception out of a plugin means to someone who did not write it.
 *
 * @param cause what went wrong
 * @param remedy what to do about it
 */
record PluginFailure(String cause, String remedy) {

    static final String REPORT = "report this to the plugin's author";

    private static final String PROVIDER_FORM =
            "make it a public class, not abstract, with a public constructor without parameters";

    static PluginFailure of(Throwable thrown) {
        Throwable root = root(thrown);
        if (root instanceof UnsupportedClassVersionError) {
            return new PluginFailure(
                    "it was compiled for a newer Java (this is %s)"
                            .formatted(Runtime.version().feature()),
                    "run Modan on a newer Java, or rebuild the plugin for this one");
        }
        if (root instanceof NoClassDefFoundError || root instanceof ClassNotFoundException) {
            return new PluginFailure(
                    "the class %s is missing".formatted(className(root)),
                    "put the library that has it beside the plugin's jar, in a folder of their"
                            + " own; a plugin shares only %s with Modan"
                                    .formatted(HostPackages.described()));
        }
        if (root instanceof ClassFormatError || root instanceof VerifyError) {
            return new PluginFailure("a class is damaged (%s)".formatted(text(root)), REPORT);
        }
        if (root instanceof IncompatibleClassChangeError) {
            return new PluginFailure(
                    "it was built against another version of what it uses (%s)"
                            .formatted(text(root)),
                    "use a version of the plugin built for SPI " + SpiVersion.HOST);
        }
        if (root instanceof NoSuchMethodException) {
            return new PluginFailure("no public constructor without parameters", PROVIDER_FORM);
        }
        if (root instanceof InstantiationException) {
            return new PluginFailure("the class is abstract", PROVIDER_FORM);
        }
        if (root instanceof IllegalAccessException) {
            return new PluginFailure("the class is not public", PROVIDER_FORM);
        }
        if (root instanceof ServiceConfigurationError) {
            return new PluginFailure(
                    withoutServiceName(root.getMessage()),
                    "name the jar's class that implements Plugin in its service file");
        }
        return new PluginFailure(text(root), REPORT);
    }

    /** What the JDK wrapped around the plugin's own exception says nothing to a user. */
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null
                && (root instanceof ServiceConfigurationError
                        || root instanceof ExceptionInInitializerError
                        || root instanceof NoClassDefFoundError)) {
            root = root.getCause();
        }
        return root;
    }

    private static String className(Throwable missing) {
        String name = Optional.ofNullable(missing.getMessage()).orElse("of unknown name");
        return name.replace('/', '.');
    }

    private static String text(Throwable thrown) {
        if (thrown instanceof ModanException) {
            return thrown.getMessage();
        }
        String type = thrown.getClass().getSimpleName();
        return Optional.ofNullable(thrown.getMessage())
                .map(message -> type + ": " + message)
                .orElse(type);
    }

    /** "org.modan.spi.Plugin: Provider acme.X not found" without its first word. */
    private static String withoutServiceName(String message) {
        return message.replaceFirst("^[\\w.]+: ", "");
    }
}
