/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which network is pretrained.
 *
 * @param name {@code resnet18} or {@code resnet34}
 * @param stem {@code 3x3s1} (the paper's first convolution) or {@code 7x7s2} (torchvision's)
 * @param channels of the images: 1 or 3
 */
public record EncoderConfig(String name, String stem, int channels) {

    public EncoderConfig {
        requireNonNull(name, "name is null");
        requireNonNull(stem, "stem is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("stem", stem);
        map.put("channels", channels);
        return map;
    }
}
