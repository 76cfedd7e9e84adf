/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

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

    private EpochReport(
            int epoch, int epochs, double loss, double learningRate, double imagesPerSecond) {
        this.epoch = epoch;
        this.epochs = epochs;
        this.loss = loss;
        this.learningRate = learningRate;
        this.imagesPerSecond = imagesPerSecond;
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
        return new EpochReport(epoch, epochs, loss, learningRate, imagesPerSecond);
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
}
