/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import java.util.Arrays;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * First values of parameters, each drawn from a generator of the parameter's own.
 *
 * @since 1.0
 */
public final class Initializers {

    private Initializers() {}

    /** {@code count} copies of {@code value}. */
    public static Function<RandomGenerator, float[]> constant(int count, float value) {
        return random -> {
            float[] values = new float[count];
            Arrays.fill(values, value);
            return values;
        };
    }

    /**
     * He's normal initialisation for ReLU networks, scaled to the outgoing connections:
     *
     * <pre>w ~ N(0, 2 / fanOut)</pre>
     *
     * <p>For a convolution {@code fanOut = outputs * kernelHeight * kernelWidth}. He et al.,
     * "Delving Deep into Rectifiers", ICCV 2015, Eq. 14; the choice of torchvision's ResNets.
     */
    public static Function<RandomGenerator, float[]> heNormalFanOut(int count, int fanOut) {
        double deviation = Math.sqrt(2.0 / fanOut);
        return random -> {
            float[] values = new float[count];
            Gaussian gaussian = new Gaussian(random);
            for (int i = 0; i < count; i++) {
                values[i] = (float) (deviation * gaussian.next());
            }
            return values;
        };
    }

    /**
     * PyTorch's default for weight and bias of a linear layer:
     *
     * <pre>w ~ U[-1 / sqrt(fanIn), 1 / sqrt(fanIn))</pre>
     *
     * <p>{@code torch.nn.Linear} writes it as He's uniform rule with slope {@code sqrt(5)}.
     */
    public static Function<RandomGenerator, float[]> uniformFanIn(int count, int fanIn) {
        double bound = 1 / Math.sqrt(fanIn);
        return random -> {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            return values;
        };
    }
}
