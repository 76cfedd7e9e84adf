/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The squared distances of every vector to every other, {@code ||x||^2 + ||y||^2 - 2 <x, y>} in
 * float32, row by row and never all at once: 16,000 rows would take a gigabyte.
 *
 * <p>The columns lie in panels with one array for each feature, which the compiler turns into
 * vector instructions as long as arrays are indexed by the loop's counter alone. Each row is summed
 * in the same order whatever thread it falls to.
 */
final class AllDistances {

    private static final int PANEL = 256;
    private static final int BLOCK = 16;
    private static final int STEP = 4;

    /** Sees one row; several threads may call it, each with rows of its own. */
    @FunctionalInterface
    interface RowVisitor {

        /**
         * @param squared distance to each vector, at least 0; 0 to itself; overwritten afterwards
         */
        void visit(int row, float[] squared);
    }

    private final FeatureMatrix matrix;
    private final int paddedWidth;
    private final float[][][] panels;
    private final float[] norms;

    AllDistances(FeatureMatrix matrix) {
        this.matrix = matrix;
        this.paddedWidth = (matrix.width() + STEP - 1) / STEP * STEP;
        this.panels = panels(matrix, paddedWidth);
        this.norms = norms(matrix);
    }

    /**
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    void forEachRow(RowVisitor visitor) {
        Thread caller = Thread.currentThread();
        int blocks = (matrix.rows() + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks)
                .parallel()
                .forEach(
                        block -> {
                            Interruption.check(caller);
                            visitBlock(block * BLOCK, visitor);
                        });
    }

    private void visitBlock(int start, RowVisitor visitor) {
        int rows = Math.min(BLOCK, matrix.rows() - start);
        float[][] squared = new float[rows][matrix.rows()];
        float[] products = new float[PANEL];
        float[][] vectors = new float[rows][];
        for (int i = 0; i < rows; i++) {
            vectors[i] = Arrays.copyOf(matrix.row(start + i), paddedWidth);
        }
        for (int p = 0; p < panels.length; p++) {
            int from = p * PANEL;
            int columns = Math.min(PANEL, matrix.rows() - from);
            for (int i = 0; i < rows; i++) {
                multiply(vectors[i], panels[p], products);
                float norm = norms[start + i];
                for (int j = 0; j < columns; j++) {
                    squared[i][from + j] = Math.max(0, norm + norms[from + j] - 2 * products[j]);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            squared[i][start + i] = 0;
            visitor.visit(start + i, squared[i]);
        }
    }

    private static void multiply(float[] vector, float[][] panel, float[] products) {
        Arrays.fill(products, 0);
        for (int k = 0; k < vector.length; k += STEP) {
            addFour(
                    vector[k],
                    vector[k + 1],
                    vector[k + 2],
                    vector[k + 3],
                    panel[k],
                    panel[k + 1],
                    panel[k + 2],
                    panel[k + 3],
                    products);
        }
    }

    private static void addFour(
            float a,
            float b,
            float c,
            float d,
            float[] first,
            float[] second,
            float[] third,
            float[] fourth,
            float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * first[j] + b * second[j] + c * third[j] + d * fourth[j];
        }
    }

    private static float[][][] panels(FeatureMatrix matrix, int paddedWidth) {
        float[][][] panels = new float[(matrix.rows() + PANEL - 1) / PANEL][paddedWidth][PANEL];
        for (int i = 0; i < matrix.rows(); i++) {
            float[] vector = matrix.row(i);
            float[][] panel = panels[i / PANEL];
            for (int k = 0; k < vector.length; k++) {
                panel[k][i % PANEL] = vector[k];
            }
        }
        return panels;
    }

    private static float[] norms(FeatureMatrix matrix) {
        float[] norms = new float[matrix.rows()];
        for (int i = 0; i < norms.length; i++) {
            double sum = 0;
            for (float value : matrix.row(i)) {
                sum += (double) value * value;
            }
            norms[i] = (float) sum;
        }
        return norms;
    }
}
