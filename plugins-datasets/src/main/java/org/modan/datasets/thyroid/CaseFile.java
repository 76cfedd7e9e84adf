/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.thyroid;

import java.util.Map;
import java.util.Optional;

/**
 * What one case's file says of the patient and the nodule.
 *
 * @param number of the case, as the file states it
 * @param tirads the score as written, such as {@code 4a}; empty if none was given
 * @param metadata field -> value as written, without those left empty
 */
record CaseFile(String number, Optional<String> tirads, Map<String, String> metadata) {

    CaseFile {
        metadata = Map.copyOf(metadata);
    }
}
