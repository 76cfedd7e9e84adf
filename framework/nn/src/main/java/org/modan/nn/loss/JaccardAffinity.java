/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.modan.spi.Affinity;
import org.modan.spi.Targets;

/**
 * Images are as similar as their metadata overlap. With {@code y_i} the row of image {@code i}, 0
 * or 1 in each column {@code k}, and {@code w_k} the weights of the columns:
 *
 * <pre>
 * J_ij = sum_k w_k min(y_ik, y_jk) / sum_k w_k max(y_ik, y_jk)      in [0, 1]; 0 where both are 0
 * </pre>
 *
 * <p>All weights 1 give Jaccard's index; others give Ruzicka's. A pair is positive if {@code J_ij}
 * reaches the threshold.
 *
 * <p>Weights are whole numbers without a common divisor, since only their ratios matter, and at
 * most 2^23 together: then all sums are exact in float32 (up to 2^24), their quotient is the
 * nearest float32 to the true one, and a pair that lies on the threshold is positive on every
 * device and here alike.
 *
 * @since 1.0
 */
public final class JaccardAffinity implements Affinity {

    /** Two rows are summed before what they share is subtracted: half of what float32 counts to. */
    private static final long LARGEST_TOTAL = 1L << 23;

    private final double threshold;
    private final int[] weights;

    private JaccardAffinity(double threshold, int[] weights) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "the threshold must be from 0 to 1, but is " + threshold);
        }
        this.threshold = threshold;
        this.weights = weights.clone();
    }

    /**
     * Columns of any number, all of weight 1.
     *
     * @param threshold the least similarity of a positive, from 0 to 1
     */
    public static JaccardAffinity of(double threshold) {
        return new JaccardAffinity(threshold, new int[0]);
    }

    /**
     * Columns of which a row may have any.
     *
     * @param threshold the least similarity of a positive, from 0 to 1
     * @param weights of the columns, 0 or more and not all 0
     * @throws IllegalArgumentException also if, divided by what they have in common, they are more
     *     than 2^23 together
     */
    public static JaccardAffinity weighted(double threshold, int... weights) {
        int[] widths = new int[weights.length];
        Arrays.fill(widths, 1);
        return ofGroups(threshold, weights, widths);
    }

    /**
     * Groups of columns side by side, of each of which a row has one at most.
     *
     * @param threshold the least similarity of a positive, from 0 to 1
     * @param weights of the groups, 0 or more and not all 0
     * @param widths how many columns each group has
     * @throws IllegalArgumentException also if the weights, divided by what they have in common,
     *     are more than 2^23 together
     */
    public static JaccardAffinity ofGroups(double threshold, int[] weights, int[] widths) {
        if (Arrays.stream(weights).anyMatch(weight -> weight < 0)
                || Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException(
                    "weights must be 0 or more and not all 0, but are " + Arrays.toString(weights));
        }
        int divisor = Arrays.stream(weights).reduce(0, JaccardAffinity::greatestCommonDivisor);
        long total = Arrays.stream(weights).mapToLong(weight -> weight / divisor).sum();
        if (total > LARGEST_TOTAL) {
            throw new IllegalArgumentException(
                    "weights that are %d together, divided by what they have in common, are not exact in float32; at most %d are"
                            .formatted(total, LARGEST_TOTAL));
        }
        return new JaccardAffinity(
                threshold,
                IntStream.range(0, weights.length)
                        .flatMap(
                                group ->
                                        IntStream.generate(() -> weights[group] / divisor)
                                                .limit(widths[group]))
                        .toArray());
    }

    private static int greatestCommonDivisor(int first, int second) {
        return second == 0 ? first : greatestCommonDivisor(second, first % second);
    }

    @Override
    public float similarity(float[] first, float[] second) {
        requireWidth(first.length);
        float both = 0;
        float either = 0;
        for (int k = 0; k < first.length; k++) {
            int weight = isWeighted() ? weights[k] : 1;
            both += weight * Math.min(first[k], second[k]);
            either += weight * Math.max(first[k], second[k]);
        }
        return either == 0 ? 0 : both / either;
    }

    /** PyTorch rounds a number to the type of the array it is compared with. */
    @Override
    public boolean isPositive(float similarity) {
        return similarity >= (float) threshold;
    }

    /**
     * Of every pair.
     *
     * @param labels {@link Targets#metadata()} in any floating type, shape {@code (N, K)}
     * @return shape {@code (N, N)}, of the labels' type
     */
    NDArray similarities(NDArray labels) {
        NDArray weighted = weigh(labels);
        NDArray both = weighted.matMul(labels.transpose());
        NDArray sizes = weighted.sum(new int[] {1}, true);
        NDArray either = sizes.add(sizes.transpose()).sub(both);
        // Sizes are whole: raising that of an empty union to 1 changes no other quotient.
        return both.div(either.maximum(1));
    }

    /**
     * @param similarities see {@link #similarities}
     * @return 1 where a pair is positive, else 0; of the same shape and type
     */
    NDArray positives(NDArray similarities) {
        return similarities.gte(threshold).toType(similarities.getDataType(), false);
    }

    @Override
    public String description() {
        return "%sJaccard similarity of at least %s"
                .formatted(isWeighted() ? "weighted " : "", threshold);
    }

    /** Two affinities are equal if they give every pair the same similarity and verdict. */
    @Override
    public boolean equals(Object other) {
        return other instanceof JaccardAffinity that
                && Double.compare(threshold, that.threshold) == 0
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(threshold) + Arrays.hashCode(weights);
    }

    private NDArray weigh(NDArray labels) {
        if (!isWeighted()) {
            return labels;
        }
        requireWidth(Math.toIntExact(labels.getShape().get(1)));
        return labels.mul(labels.getManager().create(weights).toType(labels.getDataType(), false));
    }

    private boolean isWeighted() {
        return weights.length > 0;
    }

    private void requireWidth(int columns) {
        if (isWeighted() && columns != weights.length) {
            throw new IllegalArgumentException(
                    "%d weights for %d columns".formatted(weights.length, columns));
        }
    }
}
