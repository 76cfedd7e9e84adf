/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.modan.runtime.plugin.failure.PluginCall;
import org.modan.runtime.text.Reasons;
import org.modan.spi.ModanException;

/**
 * An image that cannot be read.
 *
 * @param id of its sample
 * @param reason in the words of what tried to
 */
public record Unreadable(String id, String reason) {

    public Unreadable {
        requireNonNull(id, "id is null");
        requireNonNull(reason, "reason is null");
    }

    /** What went wrong with one image; a plugin's own mistake is told with its kind. */
    public static String reason(Exception e) {
        if (e instanceof IOException failure) {
            return Reasons.of(failure);
        }
        if (e instanceof ModanException) {
            return e.getMessage();
        }
        return PluginCall.blamed(e)
                .map(Throwable::getMessage)
                .orElse("the adapter failed with " + e);
    }
}
