/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
/**
 * What training minimises: contrastive losses over the views of a batch, and cross-entropy. They
 * know of outputs and targets only, not of encoders or optimisers.
 */
package org.modan.nn.loss;
