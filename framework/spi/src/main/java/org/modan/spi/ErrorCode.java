/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Whose fault an error is; scripts see it as the exit code. There may be more one day: a {@code
 * switch} over them needs a default.
 *
 * @since 1.0
 */
public enum ErrorCode {
    /** The experiment file, the command line, or an option. */
    CONFIGURATION,
    /** The images or labels on disk. */
    DATASET,
    /** A plugin that cannot be used. */
    PLUGIN,
    /** The output folder. */
    OUTPUT,
    /**
     * Something that went wrong while training or evaluating, such as a loss that is not a number.
     */
    TRAINING
}
