/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.spi.Encoder;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * A residual network without its classifier: {@code (N, channels, H, W)} to the averages of its
 * last feature maps, {@code (N, 512)} or, of ResNet-50, {@code (N, 2048)}. Names and order of its
 * parameters are torchvision's, so that its weight files load there, and theirs here. He et al.,
 * "Deep Residual Learning", CVPR 2016, Table 1.
 *
 * @since 1.0
 */
public final class ResNet implements Encoder {

    private static final int STEM_WIDTH = 64;

    private static final Map<String, Architecture> ARCHITECTURES =
            Map.of(
                    "resnet18",
                    new Architecture(List.of(2, 2, 2, 2), Residual::basic, 1),
                    "resnet34",
                    new Architecture(List.of(3, 4, 6, 3), Residual::basic, 1),
                    "resnet50",
                    new Architecture(List.of(3, 4, 6, 3), Residual::bottleneck, 4));

    private interface Block {
        Layer create(int inputs, int outputs, int stride);
    }

    /**
     * @param blocks of each stage
     * @param expansion how many times wider a stage's output is than in ResNet-18
     */
    private record Architecture(List<Integer> blocks, Block block, int expansion) {}

    private final int channels;
    private final int features;
    private final List<Layer> path;
    private final Map<String, Parameter> parameters;

    private ResNet(Architecture architecture, Stem stem, int channels) {
        this.channels = channels;
        NamedLayers children = new NamedLayers();
        List<Layer> layers = new ArrayList<>();
        layers.add(children.add("conv1", stem.convolution(channels, STEM_WIDTH)));
        layers.add(children.add("bn1", new BatchNorm2d(STEM_WIDTH)));
        layers.add(new Relu());
        layers.add(new MaxPool(3, 2, 1));
        int width = STEM_WIDTH;
        for (int stage = 0; stage < architecture.blocks().size(); stage++) {
            int outputs = (STEM_WIDTH << stage) * architecture.expansion();
            layers.add(
                    children.add(
                            "layer" + (stage + 1), stage(architecture, stage, width, outputs)));
            width = outputs;
        }
        this.features = width;
        this.path = List.copyOf(layers);
        this.parameters = children.parameters();
    }

    /**
     * An encoder without values; see {@link Parameters#initialise}.
     *
     * @param name one of {@link #names}
     * @param channels of the images: 1 for grey
     * @throws ModanException if there is no encoder of that name, or {@code channels} is below 1
     */
    public static ResNet create(String name, Stem stem, int channels) {
        Architecture architecture = ARCHITECTURES.get(name);
        if (architecture == null) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "encoder: unknown encoder '%s'; set encoder.name to one of %s"
                            .formatted(name, String.join(", ", names())));
        }
        if (channels < 1) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "encoder: %d channels; set encoder.channels to 1 for grey or 3 for colour images"
                            .formatted(channels));
        }
        return new ResNet(architecture, stem, channels);
    }

    /** What {@link #create} knows, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(new TreeMap<>(ARCHITECTURES).keySet());
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        Chain chain = new Chain(input, mode);
        for (Layer layer : path) {
            chain.through(layer);
        }
        try (NDArray maps = chain.output()) {
            return maps.getNDArrayInternal().globalAvgPool();
        }
    }

    private static Sequential stage(Architecture architecture, int stage, int inputs, int outputs) {
        List<Layer> layers = new ArrayList<>();
        layers.add(architecture.block().create(inputs, outputs, stage == 0 ? 1 : 2));
        for (int i = 1; i < architecture.blocks().get(stage); i++) {
            layers.add(architecture.block().create(outputs, outputs, 1));
        }
        return Sequential.of(layers);
    }
}
