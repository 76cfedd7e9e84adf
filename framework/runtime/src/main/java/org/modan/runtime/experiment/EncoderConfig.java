/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.experiment.section.Words;
import org.modan.spi.MemoryLayout;

/**
 * Which network is pretrained.
 *
 * @param name {@code resnet18}, {@code resnet34} or {@code resnet50}
 * @param stem {@code 3x3s1} (the paper's first convolution) or {@code 7x7s2} (torchvision's)
 * @param channels of the images: 1 or 3
 * @param memoryLayout in which it computes: a matter of speed, and of the last bits
 */
public record EncoderConfig(String name, String stem, int channels, MemoryLayout memoryLayout) {

    public EncoderConfig {
        requireNonNull(name, "name is null");
        requireNonNull(stem, "stem is null");
        requireNonNull(memoryLayout, "memoryLayout is null");
    }

    /** In the words of the experiment file; it all decides what an encoder becomes. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("stem", stem);
        map.put("channels", channels);
        map.put("memory-layout", Words.of(memoryLayout));
        return map;
    }
}
