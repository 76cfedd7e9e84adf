/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two kinds of lesion, in the order of their labels. */
enum LesionKind {
    BENIGN,
    MALIGNANT;

    /** The name of its class. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> classNames() {
        return Arrays.stream(values()).map(LesionKind::word).toList();
    }
}
