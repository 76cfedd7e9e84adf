/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Weights outside the engine: values of a layer on the host, what they are compared and digested
 * by, the file format they are kept in, and those they come in from elsewhere. How a layer computes
 * with them lives in {@code layer}.
 */
package org.modan.nn.weights;
