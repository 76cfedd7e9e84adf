/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What happens to an encoder's first convolution where the file's does not fit it. One that fits is
 * loaded as it is, whichever is chosen.
 *
 * @since 1.0
 */
public enum StemAdaptation {
    /** It is an error. */
    STRICT("strict"),
    /** The encoder keeps the values it has, freshly drawn ones as a rule. */
    REINIT("reinit"),
    /**
     * Kernels of colour images are summed over their channels: the answer to a grey image is then
     * what the file's would be to the same image as red, green and blue. Kernels must be of one
     * size.
     */
    SUM_RGB("sum-rgb");

    private final String text;

    StemAdaptation(String text) {
        this.text = text;
    }

    /**
     * The adaptation of an experiment file's name for it.
     *
     * @throws ModanException if there is none of that name
     */
    public static StemAdaptation of(String text) {
        return Arrays.stream(values())
                .filter(adaptation -> adaptation.text.equals(text))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    /** Its name in experiment files, such as {@code sum-rgb}. */
    public String text() {
        return text;
    }

    private static ModanException unknown(String text) {
        String known =
                Arrays.stream(values()).map(StemAdaptation::text).collect(Collectors.joining(", "));
        return new ModanException(
                ErrorCode.CONFIGURATION,
                "weights: unknown adaptation '%s'; set conv1 to one of %s".formatted(text, known));
    }
}
