/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.runtime.statistics.Alternative;

/**
 * Which arm the others are tested against, and for what.
 *
 * @param reference id of an arm; the first arm unless the experiment names another
 * @param alternative what is tested against "no difference"
 */
public record CompareConfig(Optional<String> reference, Alternative alternative) {

    public CompareConfig {
        requireNonNull(reference, "reference is null");
        requireNonNull(alternative, "alternative is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        reference.ifPresent(id -> map.put("reference", id));
        map.put("alternative", Words.of(alternative));
        return map;
    }
}
