/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.modan.spi.MemoryLayout;

/**
 * Memory of the engine's own for what is kept from step to step.
 *
 * @since 1.0
 */
public final class Storage {

    private Storage() {}

    /**
     * A copy of values in a layout; what has not four axes has only one.
     *
     * <p>An array keeps its layout through all that changes its values in place, and whatever is
     * made element by element from it lies as it does. Only DJL's {@code copyTo} and {@code
     * set(Buffer)} give it other storage: they are not to be used on what has a layout.
     *
     * @param values row-major; the copy belongs to their manager
     */
    public static NDArray copy(NDArray values, MemoryLayout layout) {
        Shape shape = values.getShape();
        if (layout == MemoryLayout.CHANNELS_FIRST || shape.dimension() != 4) {
            return values.duplicate();
        }
        try (NDArray pixelByPixel = values.transpose(0, 2, 3, 1);
                NDArray inThatOrder = pixelByPixel.flatten();
                NDArray stored =
                        inThatOrder.reshape(
                                shape.get(0), shape.get(2), shape.get(3), shape.get(1));
                NDArray view = stored.transpose(0, 3, 1, 2)) {
            // Copied in any case: where the orders agree, flatten() copies nothing.
            return view.duplicate();
        }
    }
}
