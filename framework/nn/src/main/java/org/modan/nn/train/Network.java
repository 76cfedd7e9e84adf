/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

/**
 * An encoder and the head on top of it. Parameters are named {@code encoder.} and {@code head.}
 * followed by their own names.
 *
 * @since 1.0
 */
public final class Network implements Layer {

    private final Layer encoder;
    private final Layer head;
    private final Map<String, Parameter> parameters;

    public Network(Layer encoder, Layer head) {
        this.encoder = requireNonNull(encoder, "encoder is null");
        this.head = requireNonNull(head, "head is null");
        Map<String, Parameter> named = new LinkedHashMap<>();
        encoder.parameters().forEach((name, value) -> named.put("encoder." + name, value));
        head.parameters().forEach((name, value) -> named.put("head." + name, value));
        parameters = Collections.unmodifiableMap(named);
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public NDArray forward(NDArray input, Mode mode) {
        return head.forward(encoder.forward(input, mode), mode);
    }
}
