/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * Whether a layer learns or is used: batch normalisation and the like behave differently.
 *
 * @since 1.0
 */
public enum Mode {
    /** Batch statistics are used, and running statistics updated. */
    TRAIN,
    /** Running statistics are used and nothing changes. */
    EVALUATE
}
