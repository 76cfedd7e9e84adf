/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import java.util.Comparator;

/** Width and height of an image in pixels; smaller ones have fewer pixels. */
public record PixelSize(int width, int height) implements Comparable<PixelSize> {

    private static final Comparator<PixelSize> ORDER =
            Comparator.<PixelSize>comparingLong(size -> (long) size.width * size.height)
                    .thenComparingInt(PixelSize::width);

    @Override
    public int compareTo(PixelSize other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
