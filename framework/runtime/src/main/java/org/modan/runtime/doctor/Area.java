/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.doctor;

import java.util.Locale;

/** What a finding is about. */
public enum Area {
    JAVA,
    SYSTEM,
    CACHE,
    PLUGINS,
    ENGINE,
    DEVICE,
    THREADS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
