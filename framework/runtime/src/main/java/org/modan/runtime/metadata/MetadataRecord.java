/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.spi.MetadataField;

/** What an encoder was told of its images, as JSON values: for records of a run. */
public final class MetadataRecord {

    private MetadataRecord() {}

    /** The order of the target's columns, and how many images have each value. */
    public static Map<String, Object> of(MetadataTarget target) {
        List<Object> fields = new ArrayList<>();
        for (MetadataField field : target.corpusInfo().fields()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", field.name());
            entry.put("values", field.values());
            entry.put("images", List.copyOf(target.counts().get(field.name()).values()));
            entry.put("images-without", target.imagesWithout(field.name()));
            fields.add(entry);
        }
        int images = target.corpusInfo().images();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("images", images);
        record.put("fields", fields);
        record.put("images-without-metadata", target.imagesWithoutMetadata());
        record.put("share-without-metadata", (double) target.imagesWithoutMetadata() / images);
        return record;
    }

    /**
     * Which pairs are positives.
     *
     * @param batchSize of the training, in images
     */
    public static Map<String, Object> of(PositivePairs positives, int batchSize) {
        List<Object> similarities = new ArrayList<>();
        for (PositivePairs.Attained attained : positives.similarities()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("similarity", attained.similarity());
            entry.put("pairs", attained.pairs());
            entry.put("share", attained.share());
            entry.put("positive", attained.positive());
            similarities.add(entry);
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("rule", positives.rule());
        record.put("attainable", positives.attainable());
        record.put("similarities", similarities);
        record.put("views", positives.views());
        record.put("batch-size", batchSize);
        record.put("expected-per-anchor", positives.expectedPerAnchor(batchSize));
        record.put("images-without-positives", positives.imagesWithoutPositives());
        return record;
    }
}
