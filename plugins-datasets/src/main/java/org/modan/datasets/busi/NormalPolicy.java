/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.busi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the images without a lesion. */
enum NormalPolicy {
    /** They count as benign, as in the folds of RadImageNet and the papers that use them. */
    BENIGN(List.of("benign", "malignant")),
    /** They are left out. */
    DROP(List.of("benign", "malignant")),
    /** They are a third class. */
    SEPARATE(List.of("benign", "malignant", "normal"));

    private final List<String> classes;

    NormalPolicy(List<String> classes) {
        this.classes = classes;
    }

    /** The policy of an option's word, which the option has checked. */
    static NormalPolicy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    List<String> classes() {
        return classes;
    }

    /** The class of a folder's images; empty if they are left out. */
    Optional<String> classOf(BusiFolder folder) {
        if (folder != BusiFolder.NORMAL) {
            return Optional.of(folder.folderName());
        }
        return switch (this) {
            case BENIGN -> Optional.of("benign");
            case DROP -> Optional.empty();
            case SEPARATE -> Optional.of("normal");
        };
    }
}
