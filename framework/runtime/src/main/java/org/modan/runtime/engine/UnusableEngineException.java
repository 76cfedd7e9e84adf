/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.engine;

import static java.util.Objects.requireNonNull;

import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** The engine, or a device of it, cannot be used: what is wrong and what to do about it, apart. */
public final class UnusableEngineException extends ModanException {

    private final String finding;
    private final String remedy;

    /**
     * @param finding what is wrong
     * @param remedy what to do about it, as an imperative
     */
    public UnusableEngineException(String finding, String remedy) {
        super(ErrorCode.CONFIGURATION, finding + "; " + remedy);
        this.finding = requireNonNull(finding, "finding is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
    }

    UnusableEngineException(String finding, String remedy, Throwable cause) {
        super(ErrorCode.CONFIGURATION, finding + "; " + remedy, cause);
        this.finding = requireNonNull(finding, "finding is null");
        this.remedy = requireNonNull(remedy, "remedy is null");
    }

    public String finding() {
        return finding;
    }

    public String remedy() {
        return remedy;
    }
}
