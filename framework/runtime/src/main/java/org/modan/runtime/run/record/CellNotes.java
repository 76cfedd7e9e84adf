/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.record;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is learnt of a cell while it runs, failed or not, and belongs into its provenance. */
public final class CellNotes {

    private final Map<String, Object> notes = new LinkedHashMap<>();

    /**
     * @param value of JSON: texts, numbers, lists and maps
     */
    public void put(String key, Object value) {
        notes.put(requireNonNull(key, "key is null"), requireNonNull(value, "value is null"));
    }

    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(notes);
    }
}
