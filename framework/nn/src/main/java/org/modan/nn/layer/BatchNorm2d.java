/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * Batch normalisation over the channels of {@code (N, C, H, W)}, with PyTorch's constants:
 *
 * <pre>
 * y = weight * (x - mean) / sqrt(var + 1e-5) + bias
 * running = 0.9 * running + 0.1 * batch
 * </pre>
 *
 * <p>In {@link Mode#TRAIN} {@code mean} and the biased {@code var} are the batch's, the running
 * estimates move towards the batch's mean and its <em>unbiased</em> variance, and {@code
 * num_batches_tracked} counts one more; in {@link Mode#EVALUATE} the running estimates are used and
 * nothing changes. Ioffe and Szegedy, ICML 2015, Algorithms 1 and 2.
 *
 * @since 1.0
 */
public final class BatchNorm2d implements Layer {

    /** DJL weighs the old estimate, PyTorch the new: this is PyTorch's 0.1. */
    private static final float KEPT_SHARE = 0.9f;

    private static final float EPSILON = 1e-5f;

    /** The engine's own channel axis; any other value makes DJL transpose and rewire managers. */
    private static final int NATIVE_AXIS = -1;

    private final Parameter weight;
    private final Parameter bias;
    private final Parameter runningMean;
    private final Parameter runningVariance;
    private final Parameter batchesTracked;
    private final Map<String, Parameter> parameters;

    public BatchNorm2d(int channels) {
        Shape shape = new Shape(channels);
        weight = Parameter.normalisation(shape, Initializers.constant(channels, 1));
        bias = Parameter.normalisation(shape, Initializers.constant(channels, 0));
        runningMean = Parameter.buffer(shape, Initializers.constant(channels, 0));
        runningVariance = Parameter.buffer(shape, Initializers.constant(channels, 1));
        batchesTracked = Parameter.counter();
        Map<String, Parameter> named = new LinkedHashMap<>();
        named.put("weight", weight);
        named.put("bias", bias);
        named.put("running_mean", runningMean);
        named.put("running_var", runningVariance);
        named.put("num_batches_tracked", batchesTracked);
        parameters = Collections.unmodifiableMap(named);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModanException if it is to train on a single value per channel, whose variance does
     *     not exist
     */
    @Override
    public NDArray forward(NDArray input, Mode mode) {
        boolean training = mode == Mode.TRAIN;
        if (training) {
            requireSeveralValues(input.getShape());
            batchesTracked.array().addi(1L);
        }
        return BatchNorm.batchNorm(
                        input,
                        runningMean.array(),
                        runningVariance.array(),
                        weight.array(),
                        bias.array(),
                        NATIVE_AXIS,
                        KEPT_SHARE,
                        EPSILON,
                        training)
                .singletonOrThrow();
    }

    private static void requireSeveralValues(Shape input) {
        if (input.size() == input.get(1)) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "batch normalisation cannot train on one value per channel (it was given %s): use a larger batch-size, micro-batch or image-size"
                            .formatted(input));
        }
    }
}
