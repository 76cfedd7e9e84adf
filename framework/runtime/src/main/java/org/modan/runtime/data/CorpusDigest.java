/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.modan.spi.Digests;
import org.modan.spi.Sample;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a training sees of a corpus, as numbers: a part of it that a training does not look at may
 * change without making it another training. Patients, which no training sees, are in none.
 */
public final class CorpusDigest {

    private CorpusDigest() {}

    /** The images and, as views are drawn by id, their ids; in order. */
    public static String images(OpenDataset corpus) {
        return of(
                List.of(
                        corpus.digest().images(),
                        corpus.samples().stream().map(Sample::id).toList()));
    }

    /** The names of the classes, and which of them each image has. */
    public static String classes(OpenDataset corpus) {
        return of(
                List.of(
                        corpus.info().classes(),
                        corpus.samples().stream()
                                .map(sample -> sample.label().orElse(-1))
                                .toList()));
    }

    /**
     * Each field with a digest of every image's value, as JSON values.
     *
     * @param names of the fields, in the order of the target
     */
    public static List<Map<String, Object>> fields(OpenDataset corpus, List<String> names) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", name);
            field.put("values", of(corpus.samples().stream().map(valueOf(name)).toList()));
            fields.add(field);
        }
        return fields;
    }

    private static Function<Sample, List<String>> valueOf(String field) {
        return sample -> Optional.ofNullable(sample.metadata().get(field)).stream().toList();
    }

    private static String of(List<?> content) {
        return Digests.ofText(JsonMapper.shared().writeValueAsString(content));
    }
}
