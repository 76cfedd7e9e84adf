/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Targets;

/**
 * Multi-label supervised contrastive loss on metadata: images attract each other by how much their
 * metadata overlaps. With {@code Y_i} the set of image {@code i}'s metadata values:
 *
 * <pre>
 * J_ij = |Y_i and Y_j| / |Y_i or Y_j|        in [0, 1]; 0 where both are empty
 * P(a) = { p != a : J_ap >= threshold }
 * L    = -1/|A| sum_a 1/|P(a)| sum_{p in P(a)} J_ap log softmax_a(p)
 * </pre>
 *
 * <p>The sum is divided by the number of positives, not by the sum of their weights: a positive of
 * weight 0 counts. The views of one image always have weight 1, so that an image without metadata
 * is trained as by {@link NtXentLoss}. ModAn-MulSupCon, Eq. 3; see {@code ContrastiveCore} for
 * softmax, anchors and numerical guards.
 */
public final class MulSupConLoss implements Loss {

    private final ContrastiveCore core;
    private final double threshold;

    /**
     * @param temperature above 0; the paper's is 0.07
     * @param threshold the least overlap of a positive, from 0 to 1; the paper's is 0.3
     */
    public MulSupConLoss(double temperature, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "the threshold must be from 0 to 1, but is " + threshold);
        }
        this.core = new ContrastiveCore(temperature);
        this.threshold = threshold;
    }

    /** Uses {@link Targets#metadata()}. */
    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        ContrastiveCore.requireViews(outputs, targets);
        NDArray labels = targets.metadata().toType(outputs.getDataType(), false);
        NDArray both = labels.matMul(labels.transpose());
        NDArray sizes = labels.sum(new int[] {1}, true);
        NDArray either = sizes.add(sizes.transpose()).sub(both);
        // Sizes of sets are whole: raising an empty union to 1 changes no other quotient.
        NDArray jaccard = both.div(either.maximum(1));
        NDArray positives = jaccard.gte(threshold).toType(outputs.getDataType(), false);
        return core.loss(outputs, positives, jaccard);
    }
}
