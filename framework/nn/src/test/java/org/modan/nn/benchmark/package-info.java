/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Programs that measure time and memory of training, each with a {@code main} and started by hand.
 * Nothing here is a test: what a machine can do does not decide whether the code is right.
 */
package org.modan.nn.benchmark;
