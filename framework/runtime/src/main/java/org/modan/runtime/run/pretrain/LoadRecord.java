/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.pretrain;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.modan.nn.internal.weights.LoadAudit;
import org.modan.nn.internal.weights.WeightPart;

/**
 * What was loaded, for people and for provenance.
 *
 * @param file the weights came from
 * @param part of the file they were, if it holds more than them
 */
record LoadRecord(Path file, Optional<WeightPart> part, LoadAudit audit) {

    LoadRecord {
        requireNonNull(file, "file is null");
        requireNonNull(part, "part is null");
        requireNonNull(audit, "audit is null");
    }

    /** As JSON values: how many tensors, and which. */
    Map<String, Object> asMap() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("loaded", audit.loaded().size());
        counts.put("adapted", audit.adapted().size());
        counts.put("missing", audit.missing().size());
        counts.put("unexpected", audit.unexpected().size());
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("file", file.toString());
        part.ifPresent(
                taken -> {
                    record.put("part", taken.name());
                    record.put("left-out", taken.leftOut());
                });
        record.put("counts", counts);
        record.put("loaded", audit.loaded());
        record.put("adapted", audit.adapted());
        record.put("missing", audit.missing());
        record.put("unexpected", audit.unexpected());
        return record;
    }

    /** One line. */
    @Override
    public String toString() {
        return audit + part.map(taken -> "; " + taken).orElse("");
    }
}
