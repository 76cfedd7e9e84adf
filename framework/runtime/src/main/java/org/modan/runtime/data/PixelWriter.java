/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.modan.nn.image.Images;
import org.modan.runtime.cache.NewFile;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

/** Decodes a dataset's images, several at once, into a file. */
final class PixelWriter implements NewFile.Content {

    private static final int IMAGES_AT_ONCE = 256;
    private static final int BYTES_AT_ONCE = 64 << 20;

    private final OpenDataset dataset;
    private final ImageFormat format;
    private final IntConsumer progress;

    /**
     * @param progress hears how many images have been decoded
     */
    PixelWriter(OpenDataset dataset, ImageFormat format, IntConsumer progress) {
        this.dataset = dataset;
        this.format = format;
        this.progress = progress;
    }

    /** What the file will take. */
    long fileBytes() {
        return PixelHeader.fileBytes(dataset.samples().size(), format);
    }

    /**
     * @throws ModanException if images cannot be decoded, naming the first few
     * @throws CancellationException if the thread is interrupted
     */
    @Override
    public void writeTo(FileChannel channel) throws IOException {
        int images = dataset.samples().size();
        int atOnce = Math.max(1, Math.min(IMAGES_AT_ONCE, BYTES_AT_ONCE / format.bytes()));
        String[] problems = new String[images];
        CRC32 checksum = new CRC32();
        channel.position(PixelHeader.BYTES);
        for (int start = 0; start < images; start += atOnce) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted while decoding");
            }
            int end = Math.min(start + atOnce, images);
            ByteBuffer pixels = ByteBuffer.wrap(decode(start, end, problems));
            checksum.update(pixels.array());
            while (pixels.hasRemaining()) {
                channel.write(pixels);
            }
            progress.accept(end);
        }
        DatasetOpener.failOn(dataset.name(), problems);
        channel.write(new PixelHeader(images, format, checksum.getValue()).toBytes(), 0);
    }

    private byte[] decode(int start, int end, String[] problems) {
        byte[] pixels = new byte[(end - start) * format.bytes()];
        List<Sample> samples = dataset.samples();
        IntStream.range(start, end)
                .parallel()
                .forEach(
                        i -> {
                            try {
                                decode(samples.get(i), pixels, (i - start) * format.bytes());
                            } catch (Exception e) {
                                problems[i] = samples.get(i).id() + ": " + Unreadable.reason(e);
                            }
                        });
        return pixels;
    }

    private void decode(Sample sample, byte[] destination, int offset) throws IOException {
        Image image = dataset.read(sample);
        byte[] pixels = Images.toSquare(image, format.size(), format.channels());
        System.arraycopy(pixels, 0, destination, offset, pixels.length);
    }
}
