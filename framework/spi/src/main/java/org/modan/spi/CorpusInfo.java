/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;

/**
 * What is known of a pretraining corpus without reading a pixel.
 *
 * @since 1.0
 */
public final class CorpusInfo {

    private final int images;
    private final List<MetadataField> fields;
    private final List<String> classes;
    private final List<Integer> imagesPerClass;

    private CorpusInfo(
            int images,
            List<MetadataField> fields,
            List<String> classes,
            List<Integer> imagesPerClass) {
        this.images = images;
        this.fields = List.copyOf(fields);
        this.classes = List.copyOf(classes);
        this.imagesPerClass = List.copyOf(imagesPerClass);
    }

    /**
     * @param images how many images the corpus has
     * @param fields the metadata fields the experiment chose, in its order
     * @param classes the corpus's own class names; empty where it has none
     */
    public static CorpusInfo of(int images, List<MetadataField> fields, List<String> classes) {
        return new CorpusInfo(images, fields, classes, classes.stream().map(name -> 0).toList());
    }

    /**
     * @param counts see {@link #imagesPerClass()}
     */
    public CorpusInfo withImagesPerClass(List<Integer> counts) {
        if (counts.size() != classes.size()) {
            throw new IllegalArgumentException(
                    "%d counts for %d classes".formatted(counts.size(), classes.size()));
        }
        return new CorpusInfo(images, fields, classes, counts);
    }

    public int images() {
        return images;
    }

    /** The groups of {@link Targets#metadata()}, in order. */
    public List<MetadataField> fields() {
        return fields;
    }

    /** The names behind {@link Targets#classes()}. */
    public List<String> classes() {
        return classes;
    }

    /** How many images each class has, in the order of {@link #classes()}. */
    public List<Integer> imagesPerClass() {
        return imagesPerClass;
    }

    /** Width {@code K} of {@link Targets#metadata()}. */
    public int metadataWidth() {
        return fields.stream().mapToInt(field -> field.values().size()).sum();
    }
}
