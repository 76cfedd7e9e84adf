/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.function.Supplier;
import org.modan.runtime.plugin.Extension;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** Calls into a plugin while a matrix is planned: its own mistakes are told as its own. */
final class PluginCall {

    private PluginCall() {}

    /**
     * @param place what the extension is in the experiment
     * @throws ModanException what the plugin says to its user as it is, with the place before it;
     *     any other failure as that plugin's
     */
    static <T> T of(Extension<?> extension, String place, Supplier<T> call) {
        try {
            return call.get();
        } catch (ModanException e) {
            String message = e.getMessage();
            throw new ModanException(
                    e.code(), message.startsWith(place) ? message : place + ": " + message, e);
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
