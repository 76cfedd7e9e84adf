/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a pretraining corpus without reading a pixel.
 *
 * @since 1.0
 */
public final class CorpusInfo {

    private final int images;
    private final List<MetadataField> fields;
    private final List<String> otherFields;
    private final List<String> missingFields;
    private final List<String> classes;
    private final Optional<List<Integer>> imagesPerClass;

    private CorpusInfo(
            int images,
            List<MetadataField> fields,
            List<String> otherFields,
            List<String> missingFields,
            List<String> classes,
            Optional<List<Integer>> imagesPerClass) {
        this.images = images;
        this.fields = List.copyOf(fields);
        this.otherFields = List.copyOf(otherFields);
        this.missingFields = List.copyOf(missingFields);
        this.classes = List.copyOf(classes);
        this.imagesPerClass = imagesPerClass.map(List::copyOf);
    }

    /**
     * A corpus with no fields but the chosen ones, whose images nobody has counted by class.
     *
     * @param images how many images the corpus has
     * @param fields the metadata fields the experiment chose, in its order
     * @param classes the corpus's own class names; empty where it has none
     */
    public static CorpusInfo of(int images, List<MetadataField> fields, List<String> classes) {
        return new CorpusInfo(images, fields, List.of(), List.of(), classes, Optional.empty());
    }

    /**
     * @param others see {@link #otherFields()}
     * @param missing see {@link #missingFields()}
     */
    public CorpusInfo withUnusedFields(List<String> others, List<String> missing) {
        return new CorpusInfo(images, fields, others, missing, classes, imagesPerClass);
    }

    /**
     * @param counts see {@link #imagesPerClass()}
     */
    public CorpusInfo withImagesPerClass(List<Integer> counts) {
        if (counts.size() != classes.size()) {
            throw new IllegalArgumentException(
                    "%d counts for %d classes".formatted(counts.size(), classes.size()));
        }
        return new CorpusInfo(
                images, fields, otherFields, missingFields, classes, Optional.of(counts));
    }

    public int images() {
        return images;
    }

    /** The groups of {@link Targets#metadata()}, in order. */
    public List<MetadataField> fields() {
        return fields;
    }

    /** Names of fields that images have and the experiment did not choose. */
    public List<String> otherFields() {
        return otherFields;
    }

    /**
     * Names of fields that the experiment chose and no image has: the host refuses them of a
     * strategy that uses metadata.
     */
    public List<String> missingFields() {
        return missingFields;
    }

    /** The names behind {@link Targets#classes()}. */
    public List<String> classes() {
        return classes;
    }

    /** How many images each class has, in the order of {@link #classes()}; empty if not counted. */
    public Optional<List<Integer>> imagesPerClass() {
        return imagesPerClass;
    }

    /** Width {@code K} of {@link Targets#metadata()}. */
    public int metadataWidth() {
        return fields.stream().mapToInt(field -> field.values().size()).sum();
    }
}
