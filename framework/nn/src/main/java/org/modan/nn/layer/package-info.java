/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Encoders, heads and the layers they are made of, with PyTorch's meaning of every number and
 * torchvision's names of every parameter. What is optimised, and how, lives in {@code loss} and
 * {@code optim}.
 */
package org.modan.nn.layer;
