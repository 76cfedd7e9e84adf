/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.loss;

import ai.djl.ndarray.NDArray;
import org.modan.nn.layer.Host;
import org.modan.spi.Targets;

/**
 * Cross-entropy of a softmax over classes, averaged over the rows whose class {@code c} is known:
 *
 * <pre>
 * L = -1/M sum_i log( exp(x_i,c(i)) / sum_k exp(x_i,k) )
 * </pre>
 *
 * <p>As {@code torch.nn.CrossEntropyLoss(ignore_index=-1)}, save that the loss of no row at all is
 * 0.
 *
 * @since 1.0
 */
public final class CrossEntropyLoss implements Loss {

    /**
     * Uses {@link Targets#classes()}; several views of an image have one class.
     *
     * @throws IllegalArgumentException if a class is not below the number of outputs
     */
    @Override
    public NDArray of(NDArray outputs, Targets targets) {
        NDArray classes = targets.classes();
        long width = outputs.getShape().get(1);
        long highest = Host.integer(classes.max());
        if (highest >= width) {
            throw new IllegalArgumentException(
                    "class %d of %d outputs: classes count from 0".formatted(highest, width));
        }
        long views = outputs.getShape().get(0) / targets.images();
        NDArray column = classes.tile(views).reshape(-1, 1);
        NDArray known = column.gte(0).toType(outputs.getDataType(), false);
        NDArray chosen = outputs.logSoftmax(1).gather(column.maximum(0), 1);
        return chosen.mul(known).sum().div(known.sum().maximum(1)).neg();
    }
}
