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
 * A residual network without its classifier: {@code (N, channels, H, W)} to the {@code (N, 512)}
 * averages of its last feature maps. Names and order of its parameters are torchvision's, so that
 * its weight files load there, and theirs here. He et al., "Deep Residual Learning", CVPR 2016,
 * Table 1.
 */
public final class ResNet implements Encoder {

    private static final Map<String, List<Integer>> BLOCKS =
            Map.of("resnet18", List.of(2, 2, 2, 2), "resnet34", List.of(3, 4, 6, 3));

    private static final List<Integer> WIDTHS = List.of(64, 128, 256, 512);

    private final int channels;
    private final List<Layer> path;
    private final Map<String, Parameter> parameters;

    private ResNet(List<Integer> blocks, Stem stem, int channels) {
        this.channels = channels;
        NamedLayers children = new NamedLayers();
        List<Layer> layers = new ArrayList<>();
        int width = WIDTHS.get(0);
        layers.add(children.add("conv1", stem.convolution(channels, width)));
        layers.add(children.add("bn1", new BatchNorm2d(width)));
        layers.add(new Relu());
        layers.add(new MaxPool(3, 2, 1));
        for (int stage = 0; stage < WIDTHS.size(); stage++) {
            int outputs = WIDTHS.get(stage);
            layers.add(
                    children.add(
                            "layer" + (stage + 1),
                            stage(width, outputs, blocks.get(stage), stage == 0 ? 1 : 2)));
            width = outputs;
        }
        this.path = List.copyOf(layers);
        this.parameters = children.parameters();
    }

    /**
     * An encoder without values; see {@link Parameters#initialise}.
     *
     * @param name {@code resnet18} or {@code resnet34}
     * @param channels of the images: 1 for grey
     * @throws ModanException if there is no encoder of that name, or {@code channels} is below 1
     */
    public static ResNet create(String name, Stem stem, int channels) {
        List<Integer> blocks = BLOCKS.get(name);
        if (blocks == null) {
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
        return new ResNet(blocks, stem, channels);
    }

    /** What {@link #create} knows, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(new TreeMap<>(BLOCKS).keySet());
    }

    @Override
    public int features() {
        return WIDTHS.get(WIDTHS.size() - 1);
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

    private static Sequential stage(int inputs, int outputs, int blocks, int stride) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new BasicBlock(inputs, outputs, stride));
        for (int i = 1; i < blocks; i++) {
            layers.add(new BasicBlock(outputs, outputs, 1));
        }
        return Sequential.of(layers);
    }
}
