/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What is known of images besides their pixels: the multi-hot target that an experiment's fields
 * make, what that target asks of a training, and whether it is what was meant. Losses that learn
 * from it are in {@code org.modan.nn.loss}.
 */
package org.modan.runtime.metadata;
