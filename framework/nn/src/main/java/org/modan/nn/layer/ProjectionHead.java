/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import org.modan.spi.Layer;

/**
 * The head of contrastive pretraining, dropped afterwards: {@code Linear(in, in), ReLU, Linear(in,
 * out)}, as in SupContrast (Khosla et al., NeurIPS 2020, section 3.1). Its output is not
 * normalised: the losses do that.
 *
 * @since 1.0
 */
public final class ProjectionHead {

    private ProjectionHead() {}

    public static Layer create(int inputs, int outputs) {
        return Sequential.of(new Linear(inputs, inputs), new Relu(), new Linear(inputs, outputs));
    }
}
