/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.metadata;

import java.util.ArrayList;
import java.util.List;
import org.modan.spi.MetadataField;

/**
 * Writes numbers of values as a row of the target: one one-hot group a field, side by side. Rows
 * are made when they are needed: a field with a value for every image is as wide as the corpus.
 */
final class TargetRows {

    private final int[] offsets;
    private final int width;

    TargetRows(List<MetadataField> fields) {
        this.offsets = new int[fields.size()];
        int column = 0;
        for (int field = 0; field < offsets.length; field++) {
            offsets[field] = column;
            column += fields.get(field).values().size();
        }
        this.width = column;
    }

    int width() {
        return width;
    }

    /**
     * @param values of the first fields; zeros stand for the others
     */
    float[] row(List<Integer> values) {
        float[] row = new float[width];
        for (int field = 0; field < values.size(); field++) {
            set(row, 0, field, values.get(field));
        }
        return row;
    }

    /** The same if the image had no value of one of the fields. */
    float[] rowWithout(List<Integer> values, int field) {
        List<Integer> known = new ArrayList<>(values);
        known.set(field, FieldColumn.MISSING);
        return row(known);
    }

    /**
     * Writes one value into zeros.
     *
     * @param rows of this width, one after the other
     * @param start of the row
     */
    void set(float[] rows, int start, int field, int value) {
        if (value != FieldColumn.MISSING) {
            rows[start + offsets[field] + value] = 1;
        }
    }
}
