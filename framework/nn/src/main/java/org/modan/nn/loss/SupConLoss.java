/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Targets;

/**
 * Supervised contrastive loss: all views of all images of an anchor's class are its positives, each
 * of weight 1. Khosla et al., "Supervised Contrastive Learning", NeurIPS 2020, Eq. 2 (L_out).
 *
 * <p>An image of unknown class (-1) has no positives but its own other views.
 *
 * @since 1.0
 */
public final class SupConLoss implements Loss {

    private final ContrastiveCore core;

    /**
     * @param temperature at least 1e-6; Khosla et al. use 0.1
     */
    public SupConLoss(double temperature) {
        this.core = new ContrastiveCore(temperature);
    }

    /** Uses {@link Targets#classes()}. */
    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        ContrastiveCore.requireViews(outputs, targets);
        NDArray column = targets.classes().reshape(-1, 1);
        NDArray same = column.eq(column.transpose()).toType(outputs.getDataType(), false);
        NDArray known = column.gte(0).toType(outputs.getDataType(), false);
        NDArray positives = same.mul(known);
        return core.loss(outputs, positives, positives);
    }
}
