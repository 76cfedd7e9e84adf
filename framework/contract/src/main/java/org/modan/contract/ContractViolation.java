/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

/**
 * An extension does not keep its contract. The message says what was expected, what was found and,
 * where that is not plain, why it matters or what to do.
 */
public final class ContractViolation extends AssertionError {

    public ContractViolation(String message) {
        super(message);
    }

    public ContractViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
