/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.modan.spi.MemoryLayout;

/**
 * Sees in which order an array of four axes lies, which DJL does not tell. Asked for its memory,
 * DJL gives that itself of an array that lies row-major; of another it makes a row-major copy,
 * which shows as one more array of the manager.
 */
public final class MemoryOrder {

    private MemoryOrder() {}

    public static MemoryLayout of(NDArray array) {
        boolean first = isRowMajor(array);
        boolean last;
        try (NDArray pixelByPixel = array.transpose(0, 2, 3, 1)) {
            last = isRowMajor(pixelByPixel);
        }
        if (first == last) {
            throw new IllegalArgumentException(
                    "of shape %s both or neither".formatted(array.getShape()));
        }
        return first ? MemoryLayout.CHANNELS_FIRST : MemoryLayout.CHANNELS_LAST;
    }

    /** Whether the two orders differ at all. */
    public static boolean hasTwo(Shape shape) {
        return shape.dimension() == 4 && shape.get(1) > 1 && shape.get(2) * shape.get(3) > 1;
    }

    private static boolean isRowMajor(NDArray array) {
        int before = array.getManager().getManagedArrays().size();
        array.toByteBuffer(true);
        return array.getManager().getManagedArrays().size() == before;
    }
}
