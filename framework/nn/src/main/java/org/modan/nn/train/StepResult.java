/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

/**
 * What one step had.
 *
 * @param loss of the batch
 * @param gradientNorm L2 norm of all gradients together, before clipping
 */
record StepResult(double loss, double gradientNorm) {}
