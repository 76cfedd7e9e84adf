/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Layer;
import org.modan.spi.Parameter;

/** The children of a composed layer, in {@code state_dict} order. */
final class NamedLayers {

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /** Adds a child and gives it back, for the field that will hold it. */
    <T extends Layer> T add(String name, T child) {
        child.parameters().forEach((key, parameter) -> parameters.put(name + "." + key, parameter));
        return child;
    }

    /**
     * The children's parameters as {@code child.parameter}; a view that grows with the children.
     */
    Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }
}
