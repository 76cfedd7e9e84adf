/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * One field of the multi-hot target with the values that occur, sorted.
 *
 * @param name the field, such as {@code modality}
 * @param values its values in the order of its one-hot group
 * @since 1.0
 */
public record MetadataField(String name, List<String> values) {

    public MetadataField {
        values = List.copyOf(values);
    }
}
