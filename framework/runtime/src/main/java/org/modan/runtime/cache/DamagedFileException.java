/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;

/** A file of the cache is not what it was when it was put there; it can be made again. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason to follow "is damaged: "
     */
    public DamagedFileException(String reason) {
        super(reason);
    }
}
