/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.Locale;

/** What a phantom dataset is for. */
enum PhantomTask {
    /** Every examination in turn; the classes are the examinations. */
    CORPUS,
    /** One examination; the classes are benign and malignant. */
    LESION;

    /** The name that options give it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PhantomTask of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
