/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Calls into a plugin that is loaded: its own mistakes are told as its own. */
public final class PluginCall {

    private PluginCall() {}

    /**
     * @param place what the extension is in the experiment
     * @throws ModanException what the plugin says to its user, with the place before it; any other
     *     failure as that plugin's
     */
    public static <T> T of(Extension<?> extension, String place, Supplier<T> call) {
        try {
            return unplaced(extension, place, call);
        } catch (ModanException e) {
            String message = e.getMessage();
            throw new ModanException(
                    e.code(), message.startsWith(place) ? message : place + ": " + message, e);
        }
    }

    /**
     * The same for who says elsewhere which extension it is about.
     *
     * @throws ModanException what the plugin says to its user as it is; any other failure as that
     *     plugin's, with the place before it
     */
    public static <T> T unplaced(Extension<?> extension, String place, Supplier<T> call) {
        try {
            return requireNonNull(call.get(), "it returned null");
        } catch (ModanException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new ModanException(
                    ErrorCode.PLUGIN,
                    "%s: plugin %s %s failed with %s; tell its author"
                            .formatted(
                                    place,
                                    extension.plugin().id(),
                                    extension.plugin().version(),
                                    e),
                    e);
        }
    }
}
