/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * A residual block, {@code relu(path(x) + shortcut(x))}, where the shortcut is {@code x}, or a
 * normalised 1x1 convolution of it where the size changes. He et al., "Deep Residual Learning",
 * CVPR 2016, Eq. 1 and 2.
 */
final class Residual implements Layer {

    private final List<Layer> path;
    private final Optional<Layer> downsample;
    private final Map<String, Parameter> parameters;
    private final Relu relu = new Relu();

    private Residual(NamedLayers children, Optional<Layer> downsample, List<Layer> path) {
        this.path = List.copyOf(path);
        this.downsample = downsample;
        this.parameters = children.parameters();
    }

    /**
     * The block of ResNet-18 and -34: two 3x3 convolutions.
     *
     * @param stride of the first convolution, and of the shortcut
     */
    static Residual basic(int inputs, int outputs, int stride) {
        return of(
                stride,
                List.of(inputs, outputs, outputs),
                List.of(
                        new Conv2d(inputs, outputs, 3, stride, 1),
                        new Conv2d(outputs, outputs, 3, 1, 1)));
    }

    /**
     * The block of deeper ResNets: a 3x3 convolution between 1x1 convolutions to a quarter of the
     * outputs and back. It is the 3x3 convolution that strides, as in torchvision (known as v1.5);
     * in the paper it is the first.
     *
     * @param stride of the 3x3 convolution, and of the shortcut
     */
    static Residual bottleneck(int inputs, int outputs, int stride) {
        int width = outputs / 4;
        return of(
                stride,
                List.of(inputs, width, width, outputs),
                List.of(
                        new Conv2d(inputs, width, 1, 1, 0),
                        new Conv2d(width, width, 3, stride, 1),
                        new Conv2d(width, outputs, 1, 1, 0)));
    }

    /**
     * Each convolution normalised, with a rectifier between any two.
     *
     * @param widths channels before the first convolution and after each
     */
    private static Residual of(int stride, List<Integer> widths, List<Conv2d> convolutions) {
        NamedLayers children = new NamedLayers();
        List<Layer> path = new ArrayList<>();
        for (int number = 1; number <= convolutions.size(); number++) {
            if (number > 1) {
                path.add(new Relu());
            }
            path.add(children.add("conv" + number, convolutions.get(number - 1)));
            path.add(children.add("bn" + number, new BatchNorm2d(widths.get(number))));
        }
        int outputs = widths.get(convolutions.size());
        return new Residual(children, downsample(children, widths.get(0), outputs, stride), path);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        Chain chain = new Chain(input, mode);
        path.forEach(chain::through);
        NDArray residual = chain.output();
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

    private static Optional<Layer> downsample(
            NamedLayers children, int inputs, int outputs, int stride) {
        if (stride == 1 && inputs == outputs) {
            return Optional.empty();
        }
        return Optional.of(
                children.add(
                        "downsample",
                        Sequential.of(
                                new Conv2d(inputs, outputs, 1, stride, 0),
                                new BatchNorm2d(outputs))));
    }
}
