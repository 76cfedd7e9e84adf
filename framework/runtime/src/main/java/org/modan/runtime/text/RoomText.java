/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.text;

import org.modan.nn.internal.weights.FileSize;

/** Room on disks, for those who do not see the weights' files. */
public final class RoomText {

    private RoomText() {}

    /** {@code 134 MB}, {@code 2.5 GB}. */
    public static String of(long bytes) {
        return FileSize.text(bytes);
    }
}
