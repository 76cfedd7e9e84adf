/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static java.util.Objects.requireNonNull;

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
}
