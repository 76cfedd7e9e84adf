/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.modan.evaluation.regression.Design;
import org.modan.spi.Sample;

/**
 * The one-hot columns of metadata fields: one for each value that a field has in the training part.
 * A missing value, and one that is not there, is all zeros.
 */
final class MetadataColumns {

    private final Map<String, Map<String, Integer>> columns = new LinkedHashMap<>();
    private final int count;

    /**
     * @param fields in order
     */
    MetadataColumns(List<Sample> train, Collection<String> fields) {
        int next = 0;
        for (String field : fields) {
            Map<String, Integer> ofField = new LinkedHashMap<>();
            for (String value : values(train, sample -> value(sample, field).stream())) {
                ofField.put(value, next++);
            }
            columns.put(field, ofField);
        }
        count = next;
    }

    /** The fields of some samples, in alphabetical order. */
    static TreeSet<String> fields(List<Sample> samples) {
        return values(samples, sample -> sample.metadata().keySet().stream());
    }

    int count() {
        return count;
    }

    /** A row for each sample. */
    Design rows(List<Sample> samples) {
        return new OneHotDesign(samples.stream().map(this::ones).toArray(int[][]::new), count);
    }

    private int[] ones(Sample sample) {
        return columns.entrySet().stream()
                .flatMap(field -> value(sample, field.getKey()).map(field.getValue()::get).stream())
                .mapToInt(column -> column)
                .toArray();
    }

    private static Optional<String> value(Sample sample, String field) {
        return Optional.ofNullable(sample.metadata().get(field));
    }

    private static TreeSet<String> values(
            List<Sample> samples, Function<Sample, Stream<String>> each) {
        TreeSet<String> values = new TreeSet<>();
        samples.forEach(sample -> each.apply(sample).forEach(values::add));
        return values;
    }

    /**
     * Rows of zeros and few ones.
     *
     * @param ones the columns of each row that are one
     */
    private record OneHotDesign(int[][] ones, int columns) implements Design {
        @Override
        public int rows() {
            return ones.length;
        }

        @Override
        public double product(int row, double[] weights) {
            return Arrays.stream(ones[row]).mapToDouble(column -> weights[column]).sum();
        }

        @Override
        public void addTo(double[] sum, int row, double factor) {
            for (int column : ones[row]) {
                sum[column] += factor;
            }
        }
    }
}
