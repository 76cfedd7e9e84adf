/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.verify;

import java.util.List;

/**
 * What came out of verifying a plugin.
 *
 * @param ok how many checks hold
 * @param failed how many do not
 * @param skipped how many could not be made
 * @param unchecked the extensions that need options that were not given, such as {@code dataset
 *     busi}
 */
public record Verification(int ok, int failed, int skipped, List<String> unchecked) {

    public Verification {
        unchecked = List.copyOf(unchecked);
    }
}
