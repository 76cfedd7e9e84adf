/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.nn.weights.LoadAudit;

/** A load audit as JSON values: how many tensors, and which. */
final class LoadRecord {

    private LoadRecord() {}

    /**
     * @param file the weights came from
     */
    static Map<String, Object> of(Path file, LoadAudit audit) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("loaded", audit.loaded().size());
        counts.put("adapted", audit.adapted().size());
        counts.put("missing", audit.missing().size());
        counts.put("unexpected", audit.unexpected().size());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("file", file.toString());
        record.put("counts", counts);
        record.put("loaded", audit.loaded());
        record.put("adapted", audit.adapted());
        record.put("missing", audit.missing());
        record.put("unexpected", audit.unexpected());
        return record;
    }
}
