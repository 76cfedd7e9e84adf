/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which residual network tensors are of, by torchvision's names: there to say so when a file's do
 * not fit.
 *
 * @param blocks of each stage
 * @param bottleneck whether a block has three convolutions rather than two
 * @param width outputs of the first block's first convolution: 64, or more in wide and grouped
 *     variants
 */
record Likeness(List<Integer> blocks, boolean bottleneck, long width) {

    private static final Pattern BLOCK = Pattern.compile("layer(\\d{1,2})\\.(\\d{1,3})\\..+");
    private static final String FIRST = "layer1.0.conv1.weight";
    private static final long STANDARD_WIDTH = 64;
    private static final Map<List<Integer>, String> BASIC =
            Map.of(List.of(2, 2, 2, 2), "resnet18", List.of(3, 4, 6, 3), "resnet34");
    private static final Map<List<Integer>, String> BOTTLENECK =
            Map.of(
                    List.of(3, 4, 6, 3), "resnet50",
                    List.of(3, 4, 23, 3), "resnet101",
                    List.of(3, 8, 36, 3), "resnet152");

    Likeness {
        blocks = List.copyOf(blocks);
    }

    /** Empty if they are of no residual network. */
    static Optional<Likeness> of(Map<String, Shape> shapes) {
        Map<Integer, TreeSet<Integer>> stages = new TreeMap<>();
        for (String name : shapes.keySet()) {
            Matcher block = BLOCK.matcher(name);
            if (block.matches()) {
                stages.computeIfAbsent(Integer.valueOf(block.group(1)), key -> new TreeSet<>())
                        .add(Integer.valueOf(block.group(2)));
            }
        }
        Shape first = shapes.get(FIRST);
        if (stages.isEmpty() || first == null || first.dimension() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Likeness(
                        stages.values().stream().map(TreeSet::size).toList(),
                        shapes.containsKey("layer1.0.conv3.weight"),
                        first.get(0)));
    }

    /** What torchvision calls it, if it has a name for it. */
    Optional<String> name() {
        return width == STANDARD_WIDTH
                ? Optional.ofNullable((bottleneck ? BOTTLENECK : BASIC).get(blocks))
                : Optional.empty();
    }

    /** Its name, or what is peculiar to it. */
    @Override
    public String toString() {
        return name().map(name -> "a " + name)
                .orElseGet(
                        () ->
                                "a residual network with stages of %s %s blocks, %d channels wide"
                                        .formatted(
                                                String.join(
                                                        ", ",
                                                        blocks.stream()
                                                                .map(String::valueOf)
                                                                .toList()),
                                                bottleneck ? "bottleneck" : "basic",
                                                width));
    }
}
