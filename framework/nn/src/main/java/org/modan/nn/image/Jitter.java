/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import java.util.random.RandomGenerator;

/**
 * Random brightness and contrast as torchvision's {@code ColorJitter} on a PIL image.
 *
 * <p>Each factor {@code f} is drawn uniformly from {@code [max(0, 1 - b), 1 + b]} for strength
 * {@code b}; a strength of zero leaves its property alone; which of the two comes first is a coin's
 * throw. Brightness blends with black, contrast with the mean luma of the image as it then is,
 * rounded to a whole grey level: {@code y = clamp(d + f (x - d), 0, 255)}, truncated to an integer
 * in float32, as {@code ImageEnhance} and {@code Image.blend} do.
 */
final class Jitter {

    private static final int LEVELS = 256;

    private final double brightness;
    private final double contrast;
    private final int channels;
    private final byte[] table = new byte[LEVELS];

    Jitter(double brightness, double contrast, int channels) {
        this.brightness = brightness;
        this.contrast = contrast;
        this.channels = channels;
    }

    /** Jitters planar pixels in place. */
    void apply(byte[] planes, RandomGenerator random) {
        boolean brightnessFirst = random.nextBoolean();
        float brightnessFactor = factor(brightness, random);
        float contrastFactor = factor(contrast, random);
        if (brightnessFirst) {
            brighten(planes, brightnessFactor);
            stretch(planes, contrastFactor);
        } else {
            stretch(planes, contrastFactor);
            brighten(planes, brightnessFactor);
        }
    }

    private static float factor(double strength, RandomGenerator random) {
        double low = Math.max(0, 1 - strength);
        return (float) (low + (1 + strength - low) * random.nextDouble());
    }

    /** Multiplies by the factor. */
    void brighten(byte[] planes, float factor) {
        blend(planes, 0, factor);
    }

    /** Scales the distance from the mean luma by the factor. */
    void stretch(byte[] planes, float factor) {
        if (factor != 1) {
            blend(planes, meanLuma(planes), factor);
        }
    }

    private void blend(byte[] planes, int level, float factor) {
        if (factor == 1) {
            return;
        }
        for (int value = 0; value < LEVELS; value++) {
            float blended = level + factor * (value - level);
            table[value] = (byte) (int) Math.max(0, Math.min(255, blended));
        }
        for (int i = 0; i < planes.length; i++) {
            planes[i] = table[planes[i] & 0xFF];
        }
    }

    private int meanLuma(byte[] planes) {
        int area = planes.length / channels;
        long sum = 0;
        for (int pixel = 0; pixel < area; pixel++) {
            sum +=
                    channels == 1
                            ? planes[pixel] & 0xFF
                            : Grey.luma(
                                    planes[pixel], planes[area + pixel], planes[2 * area + pixel]);
        }
        return (int) ((double) sum / area + 0.5);
    }
}
