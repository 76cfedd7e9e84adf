/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.modan.runtime.data.OpenDataset;
import org.modan.spi.Affinity;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.Targets;

/**
 * Encodes the metadata an experiment chose as concatenated one-hot groups, one a field, in the
 * experiment's order of fields and the alphabetical order of values. A missing value is a group of
 * zeros.
 */
public final class MetadataTarget {

    private final List<FieldColumn> columns;
    private final List<String> missing;
    private final List<String> present;
    private final TargetRows rows;
    private final long[] classes;
    private final CorpusInfo info;
    private final int imagesWithoutMetadata;

    private MetadataTarget(
            List<FieldColumn> columns,
            List<String> missing,
            List<String> present,
            long[] classes,
            List<String> classNames) {
        List<MetadataField> fields = columns.stream().map(FieldColumn::field).toList();
        this.columns = List.copyOf(columns);
        this.missing = List.copyOf(missing);
        this.present = List.copyOf(present);
        this.rows = new TargetRows(fields);
        this.classes = classes;
        this.info =
                CorpusInfo.of(classes.length, fields, classNames)
                        .withUnusedFields(others(present, fields), missing)
                        .withImagesPerClass(imagesPerClass(classes, classNames.size()));
        this.imagesWithoutMetadata = imagesWithoutAnyOf(columns, classes.length);
    }

    /**
     * @param names the fields to encode, in order; those that no image has are left out, see {@link
     *     #requireAllFields}
     */
    public static MetadataTarget encode(OpenDataset corpus, List<String> names) {
        List<FieldColumn> columns = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            FieldColumn.of(name, corpus.samples())
                    .ifPresentOrElse(columns::add, () -> missing.add(name));
        }
        long[] classes =
                corpus.samples().stream().mapToLong(sample -> sample.label().orElse(-1)).toArray();
        return new MetadataTarget(
                columns, missing, fieldsOf(corpus), classes, corpus.info().classes());
    }

    private static List<String> others(List<String> present, List<MetadataField> chosen) {
        List<String> others = new ArrayList<>(present);
        chosen.forEach(field -> others.remove(field.name()));
        return others;
    }

    private static List<Integer> imagesPerClass(long[] classes, int count) {
        int[] images = new int[count];
        Arrays.stream(classes).filter(label -> label >= 0).forEach(label -> images[(int) label]++);
        return Arrays.stream(images).boxed().toList();
    }

    private static int imagesWithoutAnyOf(List<FieldColumn> columns, int images) {
        return (int)
                IntStream.range(0, images)
                        .filter(
                                image ->
                                        columns.stream()
                                                .allMatch(
                                                        column ->
                                                                column.value(image)
                                                                        == FieldColumn.MISSING))
                        .count();
    }

    private static List<String> fieldsOf(OpenDataset corpus) {
        TreeSet<String> present = new TreeSet<>();
        corpus.samples().forEach(sample -> present.addAll(sample.metadata().keySet()));
        return List.copyOf(present);
    }

    /**
     * For a strategy that learns from metadata.
     *
     * @throws ModanException if no image has one of the fields, or no field was named at all
     */
    public void requireAllFields() {
        if (!missing.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "metadata: no image of the corpus has the field %s; it has %s"
                            .formatted(String.join(", ", missing), presentFields()));
        }
        if (columns.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "metadata: names no field, but this strategy learns from them; the corpus has %s"
                            .formatted(presentFields()));
        }
    }

    private String presentFields() {
        return present.isEmpty() ? "no metadata at all" : String.join(", ", present);
    }

    public CorpusInfo corpusInfo() {
        return info;
    }

    /** Images without any of the fields. */
    public int imagesWithoutMetadata() {
        return imagesWithoutMetadata;
    }

    /** How many images carry each value of each field, in the order of the target. */
    public Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        columns.forEach(column -> counts.put(column.field().name(), column.counts()));
        return counts;
    }

    /** Images without a value of the field. */
    public int imagesWithout(String field) {
        return columns.stream()
                .filter(column -> column.field().name().equals(field))
                .mapToInt(FieldColumn::imagesWithout)
                .findFirst()
                .orElse(classes.length);
    }

    /**
     * Which images are positives of each other.
     *
     * @param views of each image in a batch
     * @return empty if there are too many different rows to compare
     */
    public Optional<PositivePairs> positives(Affinity affinity, int views) {
        return positivesOfFirst(columns.size(), affinity, views);
    }

    /** The same if only the first {@code count} fields had been chosen. */
    Optional<PositivePairs> positivesOfFirst(int count, Affinity affinity, int views) {
        return PositivePairs.of(
                MetadataGroups.of(columns.subList(0, count), classes.length),
                info.fields(),
                affinity,
                views);
    }

    /** Whether all pairs of rows can be compared so many times without a long wait. */
    boolean isQuickToCompare(int times) {
        return PositivePairs.isQuick(
                MetadataGroups.of(columns, classes.length), info.fields(), times);
    }

    /**
     * What one of the fields does to the positives.
     *
     * @param field its number
     */
    FieldEffect effectOf(int field, Affinity affinity) {
        return FieldEffect.of(
                MetadataGroups.of(columns, classes.length), info.fields(), field, affinity);
    }

    float[] row(int image) {
        return rows.row(columns.stream().map(column -> column.value(image)).toList());
    }

    /** The targets of a batch. */
    public Targets targets(int[] indices, NDManager manager) {
        int width = rows.width();
        float[] labels = new float[Math.multiplyExact(indices.length, width)];
        for (int field = 0; field < columns.size(); field++) {
            for (int i = 0; i < indices.length; i++) {
                rows.set(labels, i * width, field, columns.get(field).value(indices[i]));
            }
        }
        long[] ofBatch = Arrays.stream(indices).mapToLong(image -> classes[image]).toArray();
        NDArray metadata = manager.create(labels, new Shape(indices.length, width));
        return Targets.of(metadata, manager.create(ofBatch));
    }
}
