/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.failure;

import java.util.concurrent.CancellationException;
import org.modan.runtime.text.OutOfMemory;

/** What may come out of a plugin's code without being its mistake. */
final class HostFailure {

    private HostFailure() {}

    static boolean isOne(Throwable thrown) {
        return thrown instanceof CancellationException || OutOfMemory.of(thrown).isPresent();
    }
}
