/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Options;

/**
 * Which images to read, and how.
 *
 * @param adapter name of the dataset adapter
 * @param options of that adapter
 */
public record DatasetConfig(String adapter, Options options) {

    public DatasetConfig {
        requireNonNull(adapter, "adapter is null");
        requireNonNull(options, "options is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", adapter);
        map.putAll(options.asMap());
        return map;
    }
}
