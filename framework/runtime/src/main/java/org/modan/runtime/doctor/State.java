/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.Locale;

/** How it stands with what was looked at. */
public enum State {
    OK,
    /** Modan works, but not as well as it could, or not for long. */
    WARNING,
    /** Something does not work. */
    PROBLEM,
    /** Not to be found out, because of a problem elsewhere. */
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
