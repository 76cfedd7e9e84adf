/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** A folder of decoded images for a test, of evenly grey images. */
final class PaintedCache {

    static final ImageFormat FORMAT = new ImageFormat(4, 1);

    private final Path folder;
    private final List<String> warnings = new ArrayList<>();

    PaintedCache(Path folder) {
        this.folder = folder;
    }

    ImageSet images(PaintedDataset painted, ImageFormat format) {
        return images(painted, format, done -> {});
    }

    ImageSet images(PaintedDataset painted, IntConsumer progress) {
        return images(painted, FORMAT, progress);
    }

    private ImageSet images(PaintedDataset painted, ImageFormat format, IntConsumer progress) {
        return new ImageCache(folder, warnings::add)
                .images(PaintedFactory.open(painted), format, progress);
    }

    /** What the cache told so far. */
    List<String> warnings() {
        return warnings;
    }

    /** All but the locks. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(".lock")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PaintedDataset dataset(int images) {
        PaintedDataset painted = new PaintedDataset("a", "b");
        for (int i = 0; i < images; i++) {
            painted.add(Sample.withId(i + ".png").label(i % 2).build(), i % 256);
        }
        return painted;
    }

    static List<Integer> greys(ImageSet images) {
        List<Integer> greys = new ArrayList<>();
        byte[] pixels = new byte[FORMAT.bytes()];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, pixels);
            greys.add(pixels[0] & 0xff);
        }
        return greys;
    }

    static void delete(List<Path> files) {
        for (Path file : files) {
            assertThat(file.toFile().delete()).isTrue();
        }
    }
}
