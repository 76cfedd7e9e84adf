/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;

/** The smallest values offered so far with their indices; of equal values the earlier index. */
final class NearestHeap {

    private final float[] values;
    private final int[] indices;
    private int size;

    NearestHeap(int capacity) {
        values = new float[capacity];
        indices = new int[capacity];
    }

    /** Offers a value; indices must come in ascending order. */
    void offer(float value, int index) {
        if (size < values.length) {
            values[size] = value;
            indices[size] = index;
            siftUp(size++);
        } else if (value < values[0]) {
            // Not at equality: the one held came earlier.
            values[0] = value;
            indices[0] = index;
            siftDown();
        }
    }

    /** What is held, in no order. */
    int[] indices() {
        return Arrays.copyOf(indices, size);
    }

    private void siftUp(int start) {
        int child = start;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!isFarther(child, parent)) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown() {
        int parent = 0;
        while (true) {
            int farthest = parent;
            for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < size; child++) {
                farthest = isFarther(child, farthest) ? child : farthest;
            }
            if (farthest == parent) {
                return;
            }
            swap(parent, farthest);
            parent = farthest;
        }
    }

    private boolean isFarther(int first, int second) {
        return values[first] > values[second]
                || values[first] == values[second] && indices[first] > indices[second];
    }

    private void swap(int first, int second) {
        float value = values[first];
        values[first] = values[second];
        values[second] = value;
        int index = indices[first];
        indices[first] = indices[second];
        indices[second] = index;
    }
}
