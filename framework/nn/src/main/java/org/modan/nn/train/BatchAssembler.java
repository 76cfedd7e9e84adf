/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.modan.nn.image.Augmenter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** Reads, augments and normalises the images of a batch; one for each thread. */
final class BatchAssembler {

    private static final int LEVELS = 256;

    private final ImageSet images;
    private final List<Sample> samples;
    private final Views views;
    private final BufferPool pool;
    private final Augmenter augmenter;
    private final byte[] image;
    private final byte[] view;
    private final float[] values;
    private final float[] normalised = new float[LEVELS];

    BatchAssembler(ImageSet images, Views views, BufferPool pool) {
        this.images = images;
        samples = images.samples();
        this.views = views;
        this.pool = pool;
        int size = images.imageSize();
        augmenter = new Augmenter(views.augmentation(), images.channels(), size);
        image = new byte[images.channels() * size * size];
        view = new byte[image.length];
        values = new float[image.length];
        for (int level = 0; level < LEVELS; level++) {
            normalised[level] = (level / 255f - 0.5f) / 0.5f;
        }
    }

    /**
     * The views of these images.
     *
     * @throws CancellationException if the thread was interrupted meanwhile
     * @throws ModanException naming the sample that could not be prepared
     */
    Batch assemble(int[] indices, int epoch) {
        ByteBuffer memory = pool.take();
        memory.limit(views.perImage() * indices.length * image.length * Float.BYTES);
        FloatBuffer destination = memory.asFloatBuffer();
        for (int position = 0; position < indices.length; position++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the loader was closed");
            }
            Sample sample = samples.get(indices[position]);
            try {
                images.read(indices[position], image);
                draw(sample, epoch, position, indices.length, destination);
            } catch (RuntimeException e) {
                throw failure(sample, e);
            }
        }
        long rows = (long) views.perImage() * indices.length;
        Shape shape = new Shape(rows, images.channels(), images.imageSize(), images.imageSize());
        return new Batch(memory, pool, shape, indices);
    }

    private void draw(Sample sample, int epoch, int position, int count, FloatBuffer destination) {
        for (int number = 0; number < views.perImage(); number++) {
            augmenter.view(image, view, views.random(epoch, sample, number));
            for (int pixel = 0; pixel < view.length; pixel++) {
                values[pixel] = normalised[view[pixel] & 0xFF];
            }
            destination.put((number * count + position) * values.length, values);
        }
    }

    private static ModanException failure(Sample sample, RuntimeException cause) {
        ErrorCode code = cause instanceof ModanException known ? known.code() : ErrorCode.DATASET;
        return new ModanException(
                code,
                "sample %s could not be read: %s".formatted(sample.id(), cause.getMessage()),
                cause);
    }
}
