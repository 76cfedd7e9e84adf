/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

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
import org.modan.spi.Affinity;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Targets;

/**
 * Encodes the metadata an experiment chose as concatenated one-hot groups, one a field, in the
 * experiment's order of fields and the alphabetical order of values. A missing value is a group of
 * zeros.
 */
public final class MetadataTarget {

    private final List<MetadataField> fields;
    private final List<String> missing;
    private final String present;
    private final int width;
    private final float[][] rows;
    private final long[] classes;
    private final List<String> classNames;

    private MetadataTarget(
            List<MetadataField> fields,
            List<String> missing,
            String present,
            float[][] rows,
            long[] classes,
            List<String> classNames) {
        this.fields = List.copyOf(fields);
        this.missing = List.copyOf(missing);
        this.present = present;
        this.width = fields.stream().mapToInt(field -> field.values().size()).sum();
        this.rows = rows;
        this.classes = classes;
        this.classNames = List.copyOf(classNames);
    }

    /**
     * @param names the fields to encode, in order; those that no image has are left out, see {@link
     *     #requireAllFields}
     */
    public static MetadataTarget encode(OpenDataset corpus, List<String> names) {
        List<MetadataField> fields = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            TreeSet<String> values = new TreeSet<>();
            for (Sample sample : corpus.samples()) {
                Optional.ofNullable(sample.metadata().get(name)).ifPresent(values::add);
            }
            if (values.isEmpty()) {
                missing.add(name);
            } else {
                fields.add(new MetadataField(name, List.copyOf(values)));
            }
        }
        List<Sample> samples = corpus.samples();
        float[][] rows = new float[samples.size()][];
        long[] classes = new long[samples.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(samples.get(i), fields);
            classes[i] = samples.get(i).label().orElse(-1);
        }
        return new MetadataTarget(
                fields, missing, fieldsOf(corpus), rows, classes, corpus.info().classes());
    }

    private static String fieldsOf(OpenDataset corpus) {
        TreeSet<String> present = new TreeSet<>();
        corpus.samples().forEach(sample -> present.addAll(sample.metadata().keySet()));
        return present.isEmpty() ? "no metadata at all" : String.join(", ", present);
    }

    private static float[] row(Sample sample, List<MetadataField> fields) {
        int width = fields.stream().mapToInt(field -> field.values().size()).sum();
        float[] row = new float[width];
        int offset = 0;
        for (MetadataField field : fields) {
            int position = field.values().indexOf(sample.metadata().getOrDefault(field.name(), ""));
            if (position >= 0) {
                row[offset + position] = 1;
            }
            offset += field.values().size();
        }
        return row;
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
                            .formatted(String.join(", ", missing), present));
        }
        if (fields.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "metadata: names no field, but this strategy learns from them; the corpus has %s"
                            .formatted(present));
        }
    }

    public CorpusInfo corpusInfo() {
        return CorpusInfo.of(rows.length, fields, classNames).withImagesPerClass(imagesPerClass());
    }

    private List<Integer> imagesPerClass() {
        int[] counts = new int[classNames.size()];
        Arrays.stream(classes).filter(label -> label >= 0).forEach(label -> counts[(int) label]++);
        return Arrays.stream(counts).boxed().toList();
    }

    /** Images without any of the fields. */
    public int imagesWithoutMetadata() {
        int count = 0;
        for (float[] row : rows) {
            boolean empty = true;
            for (float value : row) {
                empty &= value == 0;
            }
            count += empty ? 1 : 0;
        }
        return count;
    }

    /** How many images carry each value of each field, in the order of the target. */
    public Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        int offset = 0;
        for (MetadataField field : fields) {
            Map<String, Integer> ofField = new LinkedHashMap<>();
            for (int i = 0; i < field.values().size(); i++) {
                int column = offset + i;
                int sum = 0;
                for (float[] row : rows) {
                    sum += (int) row[column];
                }
                ofField.put(field.values().get(i), sum);
            }
            counts.put(field.name(), ofField);
            offset += field.values().size();
        }
        return counts;
    }

    /** Images without a value of the field. */
    public int imagesWithout(String field) {
        int with = counts().get(field).values().stream().mapToInt(Integer::intValue).sum();
        return rows.length - with;
    }

    /**
     * Which images are positives of each other.
     *
     * @param views of each image in a batch
     * @return empty if there are too many different rows to compare
     */
    public Optional<PositivePairs> positives(Affinity affinity, int views) {
        return positivesOfFirst(fields.size(), affinity, views);
    }

    /** The same if only the first {@code count} fields had been chosen. */
    Optional<PositivePairs> positivesOfFirst(int count, Affinity affinity, int views) {
        List<MetadataField> first = fields.subList(0, count);
        int columns = first.stream().mapToInt(field -> field.values().size()).sum();
        return PositivePairs.of(MetadataGroups.of(rows, columns), fields, affinity, views);
    }

    float[] row(int image) {
        return rows[image].clone();
    }

    /** The targets of a batch. */
    public Targets targets(int[] indices, NDManager manager) {
        float[] labels = new float[indices.length * width];
        long[] ofBatch = new long[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(rows[indices[i]], 0, labels, i * width, width);
            ofBatch[i] = classes[indices[i]];
        }
        NDArray metadata = manager.create(labels, new Shape(indices.length, width));
        return Targets.of(metadata, manager.create(ofBatch));
    }
}
