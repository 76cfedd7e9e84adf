/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * What a training strategy optimises. The host owns the loop: it draws and augments the views, runs
 * encoder and head, calls {@link #loss}, and steps the optimiser.
 *
 * @since 1.0
 */
public interface Objective {

    /**
     * How many augmented views of each image make a batch: 2 for contrastive objectives, 1 for
     * supervised ones. With {@code V} views of {@code N} images, row {@code v * N + i} belongs to
     * view {@code v} of image {@code i}.
     */
    int viewsPerImage();

    /**
     * A fresh head on top of the encoder; dropped after pretraining. The host initialises it. With
     * a micro-batch each chunk goes through twice, so its layers must give the same both times.
     *
     * @param features width {@code d} of the encoder's output
     */
    Layer head(int features);

    /**
     * The loss of one batch.
     *
     * <p>It depends on its arguments alone, and not on the order of the images: the same batch
     * gives the same bits whatever came before it. A checkpoint holds nothing of an objective, so
     * one that keeps a queue of earlier batches could not go on after an interruption as if there
     * had been none.
     *
     * <p>Multiply and divide differentiated arrays by arrays only, never by plain numbers: DJL
     * keeps a plain number in memory that may be freed before the backward pass reads it.
     *
     * @param outputs what the head gave, shape {@code (V * N, k)}, float32
     * @param targets what is known of the {@code N} images
     * @return a scalar on the outputs' device, differentiable in {@code outputs}
     * @throws ModanException if the batch is too small for this objective; the message says how
     *     large it must be
     */
    NDArray loss(NDArray outputs, Targets targets);

    /**
     * Whether {@link #loss} looks at {@link Targets#metadata()}: then the corpus must have the
     * fields an experiment names, and another choice of fields is another training.
     */
    default boolean usesMetadata() {
        return true;
    }

    /**
     * Whether the training depends on classes: {@link #loss} looks at {@link Targets#classes()}, or
     * the objective was made to fit {@link CorpusInfo#classes()}. Then other classes or labels are
     * another training; of one that says no, what was trained is kept when they change.
     */
    default boolean usesClasses() {
        return true;
    }

    /**
     * Which pairs of images are positives, for objectives that have such. Reported, not computed
     * with: see {@link Affinity}.
     */
    default Optional<Affinity> affinity() {
        return Optional.empty();
    }

    /** The settings this objective is trained with where an experiment says nothing else. */
    TrainingRecipe defaults();
}
