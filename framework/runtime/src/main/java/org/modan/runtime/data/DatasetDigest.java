/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Digests;
import org.modan.spi.Sample;

/**
 * What a dataset is, as a number: the same on every machine that holds the same images, labels,
 * groups and metadata, wherever they lie.
 *
 * @param index covers everything: ids, groups, labels, metadata and images
 * @param images covers the images' contents alone, in order: the key of their cache
 */
public record DatasetDigest(String index, String images) {

    static DatasetDigest of(DatasetInfo info, List<Sample> samples, List<String> contents) {
        List<String> lines = new ArrayList<>();
        lines.add("classes " + info.classes());
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            lines.add(
                    String.join(
                            "\u001f",
                            sample.id(),
                            sample.group().orElse(""),
                            sample.label().isPresent()
                                    ? Integer.toString(sample.label().getAsInt())
                                    : "",
                            new TreeMap<>(sample.metadata()).toString(),
                            contents.get(i)));
        }
        return new DatasetDigest(
                Digests.ofText(String.join("\n", lines)),
                Digests.ofText(String.join("\n", contents)));
    }
}
