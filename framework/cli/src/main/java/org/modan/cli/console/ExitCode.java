/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.cli.console;

import org.modan.spi.ErrorCode;

/** What a script learns of how the command ended. */
public enum ExitCode {
    DONE(0),
    /** A defect of Modan or of a plugin. */
    INTERNAL(1),
    /** The command line, the experiment, the images or the output folder. */
    USAGE(2),
    PLUGIN(3),
    /** Some cells failed; the others are done. */
    CELLS_FAILED(4),
    /** By Ctrl-C or a request to end; the same command goes on. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static ExitCode of(ErrorCode error) {
        return switch (error) {
            case CONFIGURATION, DATASET, OUTPUT -> USAGE;
            case PLUGIN -> PLUGIN;
            case TRAINING -> CELLS_FAILED;
        };
    }
}
