/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.modan.contract.ContractViolation;

/** Calls one method of an extension, which must give something. */
final class AdapterCall {

    private AdapterCall() {}

    /**
     * @param name as its author calls it, such as {@code info()}
     * @throws ContractViolation if it gives null or fails
     */
    static <T> T of(String name, Callable<T> call) {
        T result;
        try {
            result = call.call();
        } catch (Exception | LinkageError e) {
            throw new ContractViolation("%s threw %s".formatted(name, describe(e)), e);
        }
        if (result == null) {
            throw new ContractViolation(name + " gave null");
        }
        return result;
    }

    /** The kind and the message of what was thrown. */
    static String describe(Throwable thrown) {
        return Optional.ofNullable(thrown.getMessage())
                .map(message -> thrown.getClass().getSimpleName() + ": " + message)
                .orElse(thrown.getClass().getName());
    }
}
