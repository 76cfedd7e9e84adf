/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.Map;
import java.util.TreeMap;

/** What is known of a phantom task's images beside their pixels. */
public enum PhantomMetadata {
    /** Fields that tell something about the label; here and there a value is missing. */
    KNOWN {
        @Override
        Map<String, String> ofTest(int index, boolean positive) {
            return informative(index + 3, positive);
        }
    },

    /** Test images with values that no image of the training part has, or with none at all. */
    NEVER_SEEN {
        @Override
        Map<String, String> ofTest(int index, boolean positive) {
            return index % 2 == 0
                    ? Map.of()
                    : Map.of("modality", "PET", "operator", "reader-" + index);
        }
    },

    /** No image has any. */
    NONE {
        @Override
        Map<String, String> ofTrain(int index, boolean positive) {
            return Map.of();
        }

        @Override
        Map<String, String> ofTest(int index, boolean positive) {
            return Map.of();
        }
    };

    Map<String, String> ofTrain(int index, boolean positive) {
        return informative(index, positive);
    }

    abstract Map<String, String> ofTest(int index, boolean positive);

    private static Map<String, String> informative(int index, boolean positive) {
        Map<String, String> values = new TreeMap<>();
        values.put("modality", positive != (index % 5 == 0) ? "MR" : "US");
        values.put("anatomy", index % 3 == 0 ? "breast" : "thyroid");
        if (index % 4 != 1) {
            values.put("device", index % 2 == 0 ? "alpha" : "beta");
        }
        return values;
    }
}
