/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.Locale;

/** The parts of the body that are drawn. */
enum Anatomy {
    HEAD,
    CHEST,
    ABDOMEN,
    KNEE,
    BREAST,
    THYROID;

    /** The name that options and metadata give it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Anatomy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
