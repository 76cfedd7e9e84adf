/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDManager;

/** A way of getting the gradient of a batch's loss into the network's parameters. */
interface BatchGradient {

    /**
     * Adds the gradient of the batch's loss to every trainable parameter's; adds nothing where the
     * loss is not finite. Arrays made on the way are left to the caller's scope.
     *
     * @param manager on the network's device
     * @return the loss
     */
    double compute(Batch batch, NDManager manager);
}
