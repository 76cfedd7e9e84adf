/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static java.util.Objects.requireNonNull;

import java.util.random.RandomGenerator;
import org.modan.spi.AugmentationSpec;

/**
 * Draws random views of square planar images: a random resized crop, a horizontal flip, a jitter of
 * brightness and contrast, in this order and with torchvision's distributions.
 *
 * <p>Keeps its working memory between views, so it serves one thread; what a view looks like
 * depends on the generator alone. With {@link AugmentationSpec#none()} a view is an exact copy and
 * nothing is drawn.
 *
 * @since 1.0
 */
public final class Augmenter {

    private final AugmentationSpec spec;
    private final int channels;
    private final int size;
    private final PlaneResizer resizer = new PlaneResizer();
    private final FilterTaps[] tapsByLength;
    private final Jitter jitter;

    /**
     * @param spec what to do
     * @param channels 1 or 3
     * @param size width and height of images and views
     */
    public Augmenter(AugmentationSpec spec, int channels, int size) {
        this.spec = requireNonNull(spec, "spec is null");
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("channels is %d, not 1 or 3".formatted(channels));
        }
        if (size < 1) {
            throw new IllegalArgumentException("size is %d, not positive".formatted(size));
        }
        this.channels = channels;
        this.size = size;
        tapsByLength = new FilterTaps[size + 1];
        jitter = new Jitter(spec.brightness(), spec.contrast(), channels);
    }

    /**
     * Draws one view.
     *
     * @param source {@code channels * size * size} unsigned bytes, planar; left as it is
     * @param destination another array of that length; receives the view
     * @param random the only source of chance
     */
    public void view(byte[] source, byte[] destination, RandomGenerator random) {
        crop(source, destination, random);
        if (spec.flipProbability() > 0 && random.nextDouble() < spec.flipProbability()) {
            flip(destination);
        }
        if (spec.jitterProbability() > 0 && random.nextDouble() < spec.jitterProbability()) {
            jitter.apply(destination, random);
        }
    }

    private void crop(byte[] source, byte[] destination, RandomGenerator random) {
        if (spec.minScale() == 1 && spec.maxScale() == 1) {
            System.arraycopy(source, 0, destination, 0, channels * size * size);
            return;
        }
        resizeInto(source, Crop.draw(size, spec.minScale(), spec.maxScale(), random), destination);
    }

    /** The crop's pixels, resized to the whole image. */
    void resizeInto(byte[] source, Crop crop, byte[] destination) {
        FilterTaps horizontal = taps(crop.width());
        FilterTaps vertical = taps(crop.height());
        for (int channel = 0; channel < channels; channel++) {
            int plane = channel * size * size;
            resizer.resize(
                    source,
                    plane + crop.row() * size + crop.column(),
                    size,
                    crop.height(),
                    horizontal,
                    vertical,
                    destination,
                    plane);
        }
    }

    // A crop has one of few lengths, and the taps of one cost as much as the pixels of a row.
    private FilterTaps taps(int length) {
        if (tapsByLength[length] == null) {
            tapsByLength[length] = new FilterTaps(length, size);
        }
        return tapsByLength[length];
    }

    /** Mirrors left and right, in place. */
    void flip(byte[] planes) {
        for (int row = 0; row < channels * size; row++) {
            for (int left = row * size, right = left + size - 1; left < right; left++, right--) {
                byte pixel = planes[left];
                planes[left] = planes[right];
                planes[right] = pixel;
            }
        }
    }
}
