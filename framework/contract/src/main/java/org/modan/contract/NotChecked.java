/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

/**
 * A check could not be made here, which says nothing about the extension. The message says why,
 * such as what the operating system does not tell. Who runs checks shows it beside those that hold
 * and those that do not; a test suite marks it as skipped.
 */
public final class NotChecked extends RuntimeException {

    public NotChecked(String reason) {
        super(reason);
    }

    public NotChecked(String reason, Throwable cause) {
        super(reason, cause);
    }
}
