/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import org.modan.spi.Targets;

/**
 * Multi-label supervised contrastive loss on metadata: images attract each other by how much their
 * metadata overlap. With {@code J} their similarity, see {@link JaccardAffinity}:
 *
 * <pre>
 * P(a) = { p != a : J_ap >= threshold }
 * L    = -1/|A| sum_a 1/|P(a)| sum_{p in P(a)} J_ap log softmax_a(p)
 * </pre>
 *
 * <p>The sum is divided by the number of positives, not by the sum of their weights: a positive of
 * weight 0 counts. The views of one image always have weight 1, so that an image without metadata
 * is trained as by {@link NtXentLoss}. ModAn-MulSupCon, Eq. 3; see {@code ContrastiveCore} for
 * softmax, anchors and numerical guards.
 *
 * @since 1.0
 */
public final class MulSupConLoss implements Loss {

    private final ContrastiveCore core;
    private final JaccardAffinity affinity;

    /**
     * The paper's loss: every value of every field counts alike.
     *
     * @param temperature at least 1e-6; the paper's is 0.07
     * @param threshold the least similarity of a positive, from 0 to 1; the paper's is 0.3
     */
    public MulSupConLoss(double temperature, double threshold) {
        this(temperature, JaccardAffinity.of(threshold));
    }

    /**
     * @param temperature at least 1e-6; the paper's is 0.07
     * @param affinity which images are positives, and of what weight
     */
    public MulSupConLoss(double temperature, JaccardAffinity affinity) {
        this.core = new ContrastiveCore(temperature);
        this.affinity = requireNonNull(affinity, "affinity is null");
    }

    /** Uses {@link Targets#metadata()}. */
    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        ContrastiveCore.requireViews(outputs, targets);
        NDArray labels = targets.metadata().toType(outputs.getDataType(), false);
        NDArray similarities = affinity.similarities(labels);
        return core.loss(outputs, affinity.positives(similarities), similarities);
    }
}
