/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.modan.runtime.plugin.HostPackages;
import org.modan.runtime.plugin.SpiVersion;
import org.modan.spi.ModanException;

/**
 * What an exception out of a plugin means to someone who did not write it.
 *
 * @param cause what went wrong
 * @param remedy what to do about it
 */
public record PluginFailure(String cause, String remedy) {

    public static final String REPORT = "report this to the plugin's author";

    private static final String PROVIDER_FORM =
            "make it a public class, not abstract, with a public constructor without parameters";

    static PluginFailure of(Throwable thrown) {
        Thrown root = Thrown.rootOf(thrown);
        if (root.refusedExit().isPresent()) {
            return new PluginFailure(
                    "it calls %s, which would end Modan with all that it is doing"
                            .formatted(root.refusedExit().get()),
                    REPORT + ": a plugin throws a ModanException instead");
        }
        if (root.isA(UnsupportedClassVersionError.class)) {
            return new PluginFailure(
                    "it was compiled for a newer Java (this is %s)"
                            .formatted(Runtime.version().feature()),
                    "run Modan on a newer Java, or rebuild the plugin for this one");
        }
        if (root.isA(NoClassDefFoundError.class) || root.isA(ClassNotFoundException.class)) {
            return missingClass(root.message());
        }
        if (root.isA(UnsatisfiedLinkError.class)) {
            return NativeLibraryFailure.of(root.message())
                    .orElseGet(() -> new PluginFailure(root.text(), REPORT));
        }
        if (root.isA(ClassFormatError.class) || root.isA(VerifyError.class)) {
            return new PluginFailure("a class is damaged (%s)".formatted(root.text()), REPORT);
        }
        if (root.isA(IncompatibleClassChangeError.class)) {
            return new PluginFailure(
                    "it was built against another version of what it uses (%s)"
                            .formatted(root.text()),
                    "use a version of the plugin built for SPI " + SpiVersion.HOST);
        }
        if (root.isA(NoSuchMethodException.class)) {
            return new PluginFailure("no public constructor without parameters", PROVIDER_FORM);
        }
        if (root.isA(InstantiationException.class)) {
            return new PluginFailure("the class is abstract", PROVIDER_FORM);
        }
        if (root.isA(IllegalAccessException.class)) {
            return new PluginFailure("the class is not public", PROVIDER_FORM);
        }
        if (root.isA(ServiceConfigurationError.class)) {
            return new PluginFailure(
                    withoutServiceName(root.message()),
                    "name the jar's class that implements Plugin in its service file");
        }
        return new PluginFailure(
                root.isA(ModanException.class) ? root.message() : root.text(), REPORT);
    }

    private static PluginFailure missingClass(String message) {
        String name =
                Optional.of(message).filter(text -> !text.isEmpty()).orElse("of unknown name");
        return missing(name.replace('/', '.'));
    }

    private static PluginFailure missing(String className) {
        if (HostPackages.isModans(className)) {
            return new PluginFailure(
                    "the class %s is Modan's own".formatted(className),
                    "build the plugin without it: a plugin shares only %s with Modan, and no"
                                    .formatted(HostPackages.described())
                            + " internal package");
        }
        return new PluginFailure(
                "the class %s is missing".formatted(className),
                "put the library that has it beside the plugin's jar, in a folder of their"
                        + " own; a plugin shares only %s with Modan"
                                .formatted(HostPackages.described()));
    }

    /** "org.modan.spi.Plugin: Provider acme.X not found" without its first word. */
    private static String withoutServiceName(String message) {
        return message.replaceFirst("^[\\w.]+: ", "");
    }
}
