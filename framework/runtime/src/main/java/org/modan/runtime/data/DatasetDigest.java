/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Sample;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a dataset is, as a number: the same on every machine that holds the same images, labels,
 * groups and metadata, wherever they lie, and reads them with the same code.
 *
 * @param index covers everything: reader, ids, groups, labels, metadata and images
 * @param images covers the reader and the images' contents, in order: the key of their cache
 */
public record DatasetDigest(String index, String images) {

    /**
     * @param reader which adapter of which plugin with which options: two of them may see other
     *     pixels in the same files
     * @param contents what each sample's image is a digest of
     */
    static DatasetDigest of(
            String reader, DatasetInfo info, List<Sample> samples, List<String> contents) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            rows.add(
                    List.of(
                            sample.id(),
                            sample.group().stream().toList(),
                            sample.label().stream().boxed().toList(),
                            new TreeMap<>(sample.metadata()),
                            contents.get(i)));
        }
        return new DatasetDigest(
                digest(Map.of("reader", reader, "classes", info.classes(), "samples", rows)),
                ofImages(reader, contents));
    }

    /** What {@link #images} is. */
    static String ofImages(String reader, List<String> contents) {
        return digest(Map.of("reader", reader, "images", contents));
    }

    private static String digest(Map<String, Object> content) {
        return Digests.ofText(JsonMapper.shared().writeValueAsString(new TreeMap<>(content)));
    }
}
