/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

/**
 * How views are drawn from an image: a random resized crop, a horizontal flip, and a jitter of
 * brightness and contrast. Hue, saturation and RandomGrayscale do nothing on one channel and are
 * left out rather than run as no-ops.
 *
 * @since 1.0
 */
public final class AugmentationSpec {

    private final double minScale;
    private final double maxScale;
    private final double flipProbability;
    private final double jitterProbability;
    private final double brightness;
    private final double contrast;

    private AugmentationSpec(
            double minScale,
            double maxScale,
            double flipProbability,
            double jitterProbability,
            double brightness,
            double contrast) {
        this.minScale = minScale;
        this.maxScale = maxScale;
        this.flipProbability = flipProbability;
        this.jitterProbability = jitterProbability;
        this.brightness = brightness;
        this.contrast = contrast;
    }

    /** The image as it is. */
    public static AugmentationSpec none() {
        return new AugmentationSpec(1, 1, 0, 0, 0, 0);
    }

    /**
     * The paper's (section 4.3): crop of 0.2 to 1 of the area, flip with probability 0.5, jitter
     * with probability 0.8. The jitter's strength is unstated there; 0.4 is SupContrast's.
     */
    public static AugmentationSpec contrastive() {
        return new AugmentationSpec(0.2, 1, 0.5, 0.8, 0.4, 0.4);
    }

    /** Area of the crop as a share of the image's; 1 to 1 takes the whole image, unresized. */
    public AugmentationSpec withCropScale(double min, double max) {
        return new AugmentationSpec(
                min, max, flipProbability, jitterProbability, brightness, contrast);
    }

    public AugmentationSpec withFlipProbability(double value) {
        return new AugmentationSpec(
                minScale, maxScale, value, jitterProbability, brightness, contrast);
    }

    /**
     * @param probability that an image is jittered at all
     * @param brightnessStrength factor drawn from 1 minus to 1 plus this
     * @param contrastStrength likewise
     */
    public AugmentationSpec withJitter(
            double probability, double brightnessStrength, double contrastStrength) {
        return new AugmentationSpec(
                minScale,
                maxScale,
                flipProbability,
                probability,
                brightnessStrength,
                contrastStrength);
    }

    public double minScale() {
        return minScale;
    }

    public double maxScale() {
        return maxScale;
    }

    public double flipProbability() {
        return flipProbability;
    }

    public double jitterProbability() {
        return jitterProbability;
    }

    public double brightness() {
        return brightness;
    }

    public double contrast() {
        return contrast;
    }
}
