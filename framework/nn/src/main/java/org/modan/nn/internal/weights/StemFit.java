/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.Shape;

/** How a file's first convolution goes into an encoder's: kernels are (outputs, channels, h, w). */
final class StemFit {

    static final String WEIGHT = "conv1.weight";

    private static final int COLOURS = 3;

    private final Shape file;
    private final Shape encoder;

    StemFit(Shape file, Shape encoder) {
        this.file = file;
        this.encoder = encoder;
    }

    /** Whether both are convolutions, so that there is something to adapt. */
    boolean areKernels() {
        return file.dimension() == 4 && encoder.dimension() == 4;
    }

    boolean canBeSummed() {
        return areKernels()
                && file.get(0) == encoder.get(0)
                && sameKernel()
                && file.get(1) == COLOURS
                && encoder.get(1) == 1;
    }

    /** Both shapes, in words. */
    String difference() {
        return "the file's is %s and the encoder's %s".formatted(describe(file), describe(encoder));
    }

    /** What an experiment file can say instead of {@code strict}. */
    String remedy() {
        return canBeSummed() ? "set conv1 to sum-rgb or reinit" : "set conv1 to reinit";
    }

    /** Why it cannot be summed. */
    String obstacle() {
        if (!sameKernel()) {
            return "only kernels of one size can be summed";
        }
        return "only three channels can be summed, into one, for as many outputs";
    }

    /** Each output's kernels of red, green and blue, added up in float64. */
    HostTensor summed(HostTensor colour) {
        float[] values = colour.toFloats();
        int area = Math.toIntExact(encoder.get(2) * encoder.get(3));
        float[] sums = new float[Math.toIntExact(encoder.size())];
        for (int i = 0; i < sums.length; i++) {
            int first = i / area * area * COLOURS + i % area;
            double sum = 0;
            for (int channel = 0; channel < COLOURS; channel++) {
                sum += values[first + channel * area];
            }
            sums[i] = (float) sum;
        }
        return HostTensor.of(encoder, sums);
    }

    private boolean sameKernel() {
        return file.get(2) == encoder.get(2) && file.get(3) == encoder.get(3);
    }

    private static String describe(Shape kernel) {
        return "%dx%d of %d channel%s for %d outputs"
                .formatted(
                        kernel.get(2),
                        kernel.get(3),
                        kernel.get(1),
                        kernel.get(1) == 1 ? "" : "s",
                        kernel.get(0));
    }
}
