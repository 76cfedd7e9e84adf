/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Targets;

/**
 * SimCLR's normalised temperature-scaled cross-entropy: the only positives of a view are the other
 * views of its image.
 *
 * <pre>
 * L = -1/2N sum_a log( exp(z_a.z_p(a) / t) / sum_{k != a} exp(z_a.z_k / t) )
 * </pre>
 *
 * <p>Chen et al., "A Simple Framework for Contrastive Learning", ICML 2020, Eq. 1 and Algorithm 1.
 *
 * @since 1.0
 */
public final class NtXentLoss implements Loss {

    private final ContrastiveCore core;

    /**
     * @param temperature at least 1e-6; the paper's is 0.1
     */
    public NtXentLoss(double temperature) {
        this.core = new ContrastiveCore(temperature);
    }

    /** Uses the number of images only. */
    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        ContrastiveCore.requireViews(outputs, targets);
        NDArray same =
                outputs.getManager().eye(targets.images()).toType(outputs.getDataType(), false);
        return core.loss(outputs, same, same);
    }
}
