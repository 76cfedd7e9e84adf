/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static java.util.Objects.requireNonNull;

/**
 * Two images that show the same though their bytes differ.
 *
 * @param similarity the correlation of their fine detail, at most 1
 */
public record NearPair(Picture first, Picture second, double similarity) {

    public NearPair {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
    }

    public boolean acrossClasses() {
        return first.differsInClass(second);
    }

    public boolean acrossGroups() {
        return first.differsInGroup(second);
    }
}
