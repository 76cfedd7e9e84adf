/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.command;

import static java.util.Objects.requireNonNull;

import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/** A command was given words it does not understand. */
public final class UsageException extends ModanException {

    private final String command;

    UsageException(String command, String message) {
        super(ErrorCode.CONFIGURATION, message);
        this.command = requireNonNull(command, "command is null");
    }

    /** The command's name. */
    public String command() {
        return command;
    }
}
