/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.util.function.IntConsumer;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.train.Inference;
import org.modan.nn.train.Prefetch;
import org.modan.spi.Encoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;

/** Turns images into feature vectors with an encoder that must stay as it is. */
final class FrozenEncoder {

    /** Fixed: other batches may round otherwise, and features outlive a run. */
    private static final int BATCH_SIZE = 64;

    private final Encoder encoder;
    private final NDManager manager;

    /**
     * @param encoder with its weights
     * @param manager on the encoder's device
     */
    FrozenEncoder(Encoder encoder, NDManager manager) {
        this.encoder = requireNonNull(encoder, "encoder is null");
        this.manager = requireNonNull(manager, "manager is null");
    }

    /**
     * The features of all images in evaluation mode, one vector after the other.
     *
     * @param progress hears how many images are done
     * @throws ModanException with {@code TRAINING} if a parameter or buffer of the encoder changed,
     *     batch normalisation's statistics among them, or a feature is not finite
     */
    float[] features(ImageSet images, IntConsumer progress) {
        int width = encoder.features();
        float[] features = new float[Math.multiplyExact(images.size(), width)];
        String before = Weights.of(encoder).digest();
        new Inference(manager, BATCH_SIZE, Prefetch.standard())
                .outputs(
                        encoder,
                        images,
                        (index, values, from, count) -> {
                            System.arraycopy(values, from, features, index * width, width);
                            requireFinite(features, index, images);
                            if ((index + 1) % BATCH_SIZE == 0 || index + 1 == images.size()) {
                                progress.accept(index + 1);
                            }
                        });
        if (!Weights.of(encoder).digest().equals(before)) {
            throw new ModanException(
                    ErrorCode.TRAINING,
                    "the encoder changed while its features were computed: it is not frozen, and they are of no use");
        }
        return features;
    }

    private void requireFinite(float[] features, int index, ImageSet images) {
        int width = encoder.features();
        for (int i = index * width; i < (index + 1) * width; i++) {
            if (!Float.isFinite(features[i])) {
                throw new ModanException(
                        ErrorCode.TRAINING,
                        "the encoder gives %s as a feature of %s; look at its pretraining, or at the file it was loaded from"
                                .formatted(features[i], images.samples().get(index).id()));
            }
        }
    }
}
