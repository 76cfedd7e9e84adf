/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.mrnet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.modan.spi.Digests;
import org.modan.spi.Image;

/**
 * One slice of an exam.
 *
 * @param volume that it is cut from
 * @param index from 0
 */
record Slice(GreyVolume volume, int index) {

    Image image() throws IOException {
        return volume.slice(index);
    }

    /** Of the pixels: they depend on the rest of the volume where that is scaled. */
    String digest() throws IOException {
        Image image = image();
        String pixels = new String(image.pixels(), StandardCharsets.ISO_8859_1);
        return Digests.ofText("%d x %d: %s".formatted(image.width(), image.height(), pixels));
    }
}
