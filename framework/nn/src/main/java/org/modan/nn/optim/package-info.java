/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * How parameters change in training: optimisers and learning rate schedules, equal to PyTorch's
 * step by step, and with a state that can be saved. What is minimised lives in {@code loss}.
 */
package org.modan.nn.optim;
