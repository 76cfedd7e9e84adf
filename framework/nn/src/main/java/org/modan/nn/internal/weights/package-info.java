/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * Weights outside the engine: values of a layer on the host, what they are compared and digested
 * by, the file format they are kept in, and those they come in from elsewhere. How a layer computes
 * with them lives in {@code layer}. The host alone uses it: no plugin reaches a package named
 * internal, and it changes without notice.
 */
package org.modan.nn.internal.weights;
