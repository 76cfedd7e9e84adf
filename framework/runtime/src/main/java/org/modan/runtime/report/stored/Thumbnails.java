/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.stored;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Small pictures of a corpus in one: side by side in rows, each a square.
 *
 * @param png the picture
 * @param size pixels a side of each
 * @param columns how many in a row
 * @param samples whose they are, row by row
 */
public record Thumbnails(byte[] png, int size, int columns, List<String> samples) {

    public Thumbnails {
        requireNonNull(png, "png is null");
        png = png.clone();
        samples = List.copyOf(samples);
    }

    @Override
    public byte[] png() {
        return png.clone();
    }
}
