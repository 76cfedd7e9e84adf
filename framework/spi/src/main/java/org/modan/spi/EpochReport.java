/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.OptionalDouble;

/**
 * How one epoch went.
 *
 * @since 1.0
 */
public final class EpochReport {

    private final int epoch;
    private final int epochs;
    private final double loss;
    private final double learningRate;
    private final double imagesPerSecond;
    private final OptionalDouble gradientNorm;
    private final OptionalDouble positivesPerAnchor;

    private EpochReport(
            int epoch,
            int epochs,
            double loss,
            double learningRate,
            double imagesPerSecond,
            OptionalDouble gradientNorm,
            OptionalDouble positivesPerAnchor) {
        this.epoch = epoch;
        this.epochs = epochs;
        this.loss = loss;
        this.learningRate = learningRate;
        this.imagesPerSecond = imagesPerSecond;
        this.gradientNorm = gradientNorm;
        this.positivesPerAnchor = positivesPerAnchor;
    }

    /**
     * @param epoch from 1
     * @param epochs in all
     * @param loss mean over the epoch's images
     * @param learningRate the rate this epoch was trained with
     * @param imagesPerSecond images (not views) a second
     */
    public static EpochReport of(
            int epoch, int epochs, double loss, double learningRate, double imagesPerSecond) {
        return new EpochReport(
                epoch,
                epochs,
                loss,
                learningRate,
                imagesPerSecond,
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /**
     * @param value see {@link #gradientNorm()}
     */
    public EpochReport withGradientNorm(double value) {
        return new EpochReport(
                epoch,
                epochs,
                loss,
                learningRate,
                imagesPerSecond,
                OptionalDouble.of(value),
                positivesPerAnchor);
    }

    /**
     * @param value see {@link #positivesPerAnchor()}
     */
    public EpochReport withPositivesPerAnchor(double value) {
        return new EpochReport(
                epoch,
                epochs,
                loss,
                learningRate,
                imagesPerSecond,
                gradientNorm,
                OptionalDouble.of(value));
    }

    public int epoch() {
        return epoch;
    }

    public int epochs() {
        return epochs;
    }

    public double loss() {
        return loss;
    }

    public double learningRate() {
        return learningRate;
    }

    public double imagesPerSecond() {
        return imagesPerSecond;
    }

    /** Mean over the steps of the L2 norm of all gradients, before any clipping. */
    public OptionalDouble gradientNorm() {
        return gradientNorm;
    }

    /**
     * Mean over the epoch's images of the positives a view of it had in its batch, its own image's
     * other views among them; empty for objectives without positives.
     */
    public OptionalDouble positivesPerAnchor() {
        return positivesPerAnchor;
    }
}
