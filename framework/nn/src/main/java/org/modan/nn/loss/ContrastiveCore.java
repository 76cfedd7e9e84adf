/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.modan.nn.layer.Scalars;
import org.modan.spi.Targets;

/**
 * What the contrastive losses have in common. With {@code z} the L2-normalised outputs, {@code A}
 * all {@code V * N} views as anchors, {@code P(a)} an anchor's positives, {@code w} their weights
 * and {@code t} the temperature:
 *
 * <pre>
 * L = -1/|A| sum_a 1/|P(a)| sum_{p in P(a)} w_ap log( exp(z_a.z_p / t) / sum_{k != a} exp(z_a.z_k / t) )
 * </pre>
 *
 * <p>This is L_out of Khosla et al., "Supervised Contrastive Learning", NeurIPS 2020, Eq. 2, with a
 * weight for each positive. Positives and weights belong to pairs of images, so they are given as
 * {@code (N, N)} matrices and hold for every pair of their views; a view's other views always are
 * positives of weight 1, so that no anchor is without one.
 *
 * <p>Stable for every temperature from 1e-6: the logarithm of the softmax subtracts each row's
 * maximum. A row of zeros has no direction; it is left as it is (its norm is taken as 1e-12).
 */
final class ContrastiveCore {

    /** Takes the anchor itself out of its softmax: below any similarity, yet finite in float32. */
    private static final double EXCLUDED = -1e9;

    /** Similarities, divided by it, stay far above what is excluded. */
    static final double LOWEST_TEMPERATURE = 1e-6;

    private final double temperature;

    ContrastiveCore(double temperature) {
        if (!(temperature >= LOWEST_TEMPERATURE) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException(
                    "the temperature must be at least %s, but is %s"
                            .formatted(LOWEST_TEMPERATURE, temperature));
        }
        this.temperature = temperature;
    }

    /**
     * @param outputs shape {@code (V * N, d)}, {@code V >= 2}
     * @param positives 1 where two images are each other's positives, else 0; shape {@code (N, N)},
     *     of the outputs' type, any diagonal
     * @param weights of the positives, likewise
     */
    NDArray loss(NDArray outputs, NDArray positives, NDArray weights) {
        NDManager manager = outputs.getManager();
        int rows = Math.toIntExact(outputs.getShape().get(0));
        int images = Math.toIntExact(positives.getShape().get(0));
        int views = rows / images;
        NDArray self = manager.eye(rows).toType(outputs.getDataType(), false);

        NDArray normalised = outputs.normalize(2, 1, 1e-12);
        NDArray similarities =
                normalised.matMul(normalised.transpose()).div(Scalars.like(outputs, temperature));
        NDArray logProbabilities = similarities.add(self.mul(EXCLUDED)).logSoftmax(1);

        NDArray own = manager.eye(images).toType(outputs.getDataType(), false);
        NDArray others = own.mul(-1).add(1);
        NDArray positive = positives.mul(others).add(own);
        NDArray weight = weights.mul(others).add(own);
        NDArray count = positive.sum(new int[] {1}, true).mul(views).sub(1);
        NDArray share = positive.mul(weight).div(count).tile(new long[] {views, views});
        NDArray withoutSelf = share.mul(self.mul(-1).add(1));
        return withoutSelf.mul(logProbabilities).sum().div(Scalars.like(outputs, -rows));
    }

    /**
     * @throws IllegalArgumentException unless there are two or more views of every image
     */
    static void requireViews(NDArray outputs, Targets targets) {
        long rows = outputs.getShape().get(0);
        int images = targets.images();
        if (rows < 2L * images || rows % images != 0) {
            throw new IllegalArgumentException(
                    "a contrastive loss needs two or more views of each of %d images, but was given %d rows"
                            .formatted(images, rows));
        }
    }
}
