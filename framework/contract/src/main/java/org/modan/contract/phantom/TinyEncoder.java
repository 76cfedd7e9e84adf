/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.phantom;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.modan.nn.layer.BatchNorm2d;
import org.modan.nn.layer.Conv2d;
import org.modan.nn.layer.Relu;
import org.modan.nn.layer.Sequential;
import org.modan.spi.Encoder;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * An encoder of a few hundred weights for images of one channel, in milliseconds where a ResNet
 * takes seconds: {@code (N, 1, H, W)} to {@code (N, 8)}. It has batch normalisations, whose running
 * estimates tell whether it was run in {@link Mode#TRAIN}.
 */
public final class TinyEncoder implements Encoder {

    private static final int HALF_WIDTH = 4;
    private static final int WIDTH = 8;

    private final Layer maps =
            Sequential.of(
                    new Conv2d(1, HALF_WIDTH, 3, 2, 1),
                    new BatchNorm2d(HALF_WIDTH),
                    new Relu(),
                    new Conv2d(HALF_WIDTH, WIDTH, 3, 2, 1),
                    new BatchNorm2d(WIDTH),
                    new Relu());

    @Override
    public int features() {
        return WIDTH;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return maps.parameters();
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return maps.forward(input, mode).getNDArrayInternal().globalAvgPool();
    }
}
