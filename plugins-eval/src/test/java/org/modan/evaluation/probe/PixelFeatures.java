/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.probe;

import java.util.List;
import org.modan.spi.FeatureSet;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** Takes an image's pixels for its features, scaled as for an encoder. */
record PixelFeatures(ImageSet images) implements FeatureSet {

    @Override
    public List<Sample> samples() {
        return images.samples();
    }

    @Override
    public int width() {
        return images.channels() * images.imageSize() * images.imageSize();
    }

    @Override
    public void read(int index, float[] destination) {
        byte[] pixels = new byte[width()];
        images.read(index, pixels);
        for (int j = 0; j < pixels.length; j++) {
            destination[j] = ((pixels[j] & 0xff) / 255f - 0.5f) / 0.5f;
        }
    }
}
