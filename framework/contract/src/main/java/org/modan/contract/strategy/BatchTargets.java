/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.modan.spi.CorpusInfo;
import org.modan.spi.MetadataField;
import org.modan.spi.Targets;

/**
 * What is known of the images of a batch, in Java's memory.
 *
 * @param metadata one row an image, see {@link Targets#metadata()}
 * @param width of each row
 * @param classes see {@link Targets#classes()}
 */
record BatchTargets(float[][] metadata, int width, long[] classes) {

    private static final int UNKNOWN = -1;

    /** The kinds of batches that turn up, the ones at the edge among them. */
    enum Kind {
        MIXED("some images share values and some values are missing") {
            @Override
            int value(int image, int field, int values) {
                return (image + field) % 5 == 4 ? UNKNOWN : (image / 2 + field) % values;
            }
        },
        ALIKE("all images have the same values and class") {
            @Override
            int value(int image, int field, int values) {
                return 0;
            }
        },
        DIFFERENT("no two images share a value or class") {
            @Override
            int value(int image, int field, int values) {
                return image < values ? image : UNKNOWN;
            }
        },
        NOTHING_KNOWN("no image has a value or class") {
            @Override
            int value(int image, int field, int values) {
                return UNKNOWN;
            }
        };

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What is special about it, in words. */
        String text() {
            return text;
        }

        /** The number of an image's value among those of a field, or {@link #UNKNOWN}. */
        abstract int value(int image, int field, int values);

        BatchTargets of(CorpusInfo corpus, int images) {
            int classCount = corpus.classes().size();
            long[] classes =
                    IntStream.range(0, images)
                            .mapToLong(image -> classCount == 0 ? -1 : value(image, 0, classCount))
                            .toArray();
            float[][] metadata = new float[images][];
            for (int image = 0; image < images; image++) {
                metadata[image] = row(corpus, image);
            }
            return new BatchTargets(metadata, corpus.metadataWidth(), classes);
        }

        private float[] row(CorpusInfo corpus, int image) {
            float[] row = new float[corpus.metadataWidth()];
            int from = 0;
            List<MetadataField> fields = corpus.fields();
            for (int field = 0; field < fields.size(); field++) {
                int values = fields.get(field).values().size();
                int value = value(image, field, values);
                if (value != UNKNOWN) {
                    row[from + value] = 1;
                }
                from += values;
            }
            return row;
        }
    }

    int images() {
        return classes.length;
    }

    /** The images in another order: the i-th is the {@code order[i]}-th of this. */
    BatchTargets inOrder(int[] order) {
        return new BatchTargets(
                IntStream.of(order).mapToObj(i -> metadata[i]).toArray(float[][]::new),
                width,
                IntStream.of(order).mapToLong(i -> classes[i]).toArray());
    }

    BatchTargets withMetadataOf(BatchTargets other) {
        return new BatchTargets(other.metadata, other.width, classes);
    }

    BatchTargets withClasses(long[] others) {
        return new BatchTargets(metadata, width, others);
    }

    /** The same without a single field, as of an experiment that names none. */
    BatchTargets withoutFields() {
        return new BatchTargets(new float[images()][0], 0, classes);
    }

    float[] flat() {
        float[] values = new float[images() * width];
        for (int image = 0; image < images(); image++) {
            System.arraycopy(metadata[image], 0, values, image * width, width);
        }
        return values;
    }

    Targets toTargets(NDManager manager) {
        return Targets.of(
                manager.create(flat(), new Shape(images(), width)), manager.create(classes));
    }
}
