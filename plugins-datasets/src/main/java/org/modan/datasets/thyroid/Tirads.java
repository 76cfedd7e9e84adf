/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which scores of the Thyroid Imaging Reporting and Data System count as malignant, as in the folds
 * of RadImageNet and the papers that use them: 2 and 3 are benign, 4a, 4b, 4c and 5 malignant.
 */
final class Tirads {

    static final List<String> CLASSES = List.of("benign", "malignant");

    private static final List<String> BENIGN = List.of("2", "3");
    private static final List<String> MALIGNANT = List.of("4a", "4b", "4c", "5");

    private Tirads() {}

    /** The class of a score; empty for one that is not known. */
    static OptionalInt labelOf(String score) {
        String known = score.toLowerCase(Locale.ROOT);
        if (BENIGN.contains(known)) {
            return OptionalInt.of(CLASSES.indexOf("benign"));
        }
        return MALIGNANT.contains(known)
                ? OptionalInt.of(CLASSES.indexOf("malignant"))
                : OptionalInt.empty();
    }

    /** The scores there are, for messages. */
    static String known() {
        return String.join(", ", BENIGN) + ", " + String.join(", ", MALIGNANT);
    }
}
