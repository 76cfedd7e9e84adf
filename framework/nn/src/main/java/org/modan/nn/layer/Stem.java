/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The first convolution of a ResNet; a 3x3 max-pool of stride 2 follows either one.
 *
 * @since 1.0
 */
public enum Stem {
    /** 3x3, stride 1: keeps the detail of small images; the paper's. */
    THREE_BY_THREE("3x3s1", 3, 1, 1),
    /** 7x7, stride 2: torchvision's, and so that of published weights. */
    SEVEN_BY_SEVEN("7x7s2", 7, 2, 3);

    private final String text;
    private final int kernel;
    private final int stride;
    private final int padding;

    Stem(String text, int kernel, int stride, int padding) {
        this.text = text;
        this.kernel = kernel;
        this.stride = stride;
        this.padding = padding;
    }

    /**
     * The stem of an experiment file's name for it.
     *
     * @throws ModanException if there is none of that name
     */
    public static Stem of(String text) {
        return Arrays.stream(values())
                .filter(stem -> stem.text.equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    /** Its name in experiment files, such as {@code 3x3s1}. */
    public String text() {
        return text;
    }

    Conv2d convolution(int channels, int outputs) {
        return new Conv2d(channels, outputs, kernel, stride, padding);
    }

    private static ModanException unknown(String text) {
        String known = Arrays.stream(values()).map(Stem::text).collect(Collectors.joining(", "));
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "encoder: unknown stem '%s'; set encoder.stem to one of %s".formatted(text, known));
    }
}
