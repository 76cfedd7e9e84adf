/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import java.util.List;
import java.util.random.RandomGenerator;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/**
 * Small generated images with a difference that can be learnt: noise, and for the positive class a
 * bright disc in it. An image depends on its number alone, so it is the same in every selection.
 */
public final class PhantomImages {

    private static final int DARK = 40;
    private static final int BRIGHT = 150;
    private static final int NOISE = 60;

    private PhantomImages() {}

    /**
     * One image a sample, of one channel.
     *
     * @param samples of the images
     * @param numbers of the images, in the samples' order; what noise and place of a disc are drawn
     *     from
     * @param positive whether an image has a disc, in the samples' order
     * @param imageSize width and height, at least 8
     */
    public static ImageSet draw(
            List<Sample> samples, int[] numbers, boolean[] positive, int imageSize, Seed seed) {
        byte[][] images = new byte[samples.size()][];
        for (int i = 0; i < images.length; i++) {
            images[i] = image(positive[i], imageSize, seed.derive("phantom", numbers[i]).random());
        }
        return InMemoryImageSet.generate(
                samples,
                1,
                imageSize,
                (index, channel, row, column) -> images[index][row * imageSize + column]);
    }

    private static byte[] image(boolean positive, int size, RandomGenerator random) {
        int radius = size / 4;
        int centreRow = radius + random.nextInt(size - 2 * radius);
        int centreColumn = radius + random.nextInt(size - 2 * radius);
        byte[] pixels = new byte[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int down = row - centreRow;
                int across = column - centreColumn;
                boolean inside = down * down + across * across <= radius * radius;
                int level = positive && inside ? BRIGHT : DARK;
                pixels[row * size + column] = (byte) (level + random.nextInt(NOISE));
            }
        }
        return pixels;
    }
}
