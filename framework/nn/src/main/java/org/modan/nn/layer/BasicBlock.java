/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * The residual block of ResNet-18 and -34: {@code relu(bn2(conv2(relu(bn1(conv1(x))))) +
 * shortcut)}, where the shortcut is {@code x}, or a 1x1 convolution of it where the size changes.
 * He et al., "Deep Residual Learning", CVPR 2016, Eq. 1 and 2.
 */
public final class BasicBlock implements Layer {

    private final Conv2d conv1;
    private final BatchNorm2d bn1;
    private final Conv2d conv2;
    private final BatchNorm2d bn2;
    private final Optional<Layer> downsample;
    private final Relu relu = new Relu();
    private final Map<String, Parameter> parameters;

    /**
     * @param stride of the first convolution, and of the shortcut
     */
    public BasicBlock(int inputs, int outputs, int stride) {
        NamedLayers children = new NamedLayers();
        conv1 = children.add("conv1", new Conv2d(inputs, outputs, 3, stride, 1));
        bn1 = children.add("bn1", new BatchNorm2d(outputs));
        conv2 = children.add("conv2", new Conv2d(outputs, outputs, 3, 1, 1));
        bn2 = children.add("bn2", new BatchNorm2d(outputs));
        downsample =
                stride == 1 && inputs == outputs
                        ? Optional.empty()
                        : Optional.of(
                                children.add(
                                        "downsample",
                                        Sequential.of(
                                                new Conv2d(inputs, outputs, 1, stride, 0),
                                                new BatchNorm2d(outputs))));
        parameters = children.parameters();
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        NDArray residual =
                new Chain(input, mode)
                        .through(conv1)
                        .through(bn1)
                        .through(relu)
                        .through(conv2)
                        .through(bn2)
                        .output();
        NDArray shortcut =
                downsample.map(projection -> projection.forward(input, mode)).orElse(input);
        try (NDArray sum = residual.add(shortcut)) {
            residual.close();
            if (shortcut != input) {
                shortcut.close();
            }
            return relu.forward(sum, mode);
        }
    }
}
