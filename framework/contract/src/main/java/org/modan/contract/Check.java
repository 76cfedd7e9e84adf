/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static java.util.Objects.requireNonNull;

/**
 * One thing an extension must keep.
 *
 * @param name a sentence that says what holds, such as {@code the loss is one finite number}
 * @param body looks whether it holds
 */
public record Check(String name, Body body) {

    public Check {
        requireNonNull(name, "name is null");
        requireNonNull(body, "body is null");
    }

    /** Looks whether a check holds. */
    @FunctionalInterface
    public interface Body {

        /**
         * @throws ContractViolation if it does not hold; the message says what was expected and
         *     what was found
         * @throws NotChecked if nobody can tell here, with the reason
         * @throws Exception if the extension failed on the way, which breaks its contract as well
         */
        void run() throws Exception;
    }
}
