/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.modan.spi.ImageSet;
import org.modan.spi.Sample;

/** A process of its own that needs the same images over and over. */
public final class CacheUser {

    static final int ROUNDS = 60;
    private static final int IMAGES = 600;
    private static final ImageFormat FORMAT = new ImageFormat(24, 1);

    private CacheUser() {}

    /** Prints how often it had to decode; anything on standard error is a failure. */
    public static void main(String[] args) {
        PaintedDataset painted = new PaintedDataset("a", "b");
        for (int i = 0; i < IMAGES; i++) {
            painted.add(Sample.withId(i + ".png").label(i % 2).build(), i % 256);
        }
        OpenDataset dataset = PaintedFactory.open(painted);
        Set<String> warnings = new HashSet<>();
        ImageCache cache = new ImageCache(Path.of(args[0]), warnings::add);
        for (int round = 0; round < ROUNDS; round++) {
            check(cache.images(dataset, FORMAT, done -> {}));
        }
        warnings.stream()
                .filter(warning -> warning.contains("damaged"))
                .forEach(System.err::println);
        System.out.println(painted.reads() / IMAGES);
    }

    private static void check(ImageSet images) {
        byte[] pixels = new byte[FORMAT.bytes()];
        for (int i = 0; i < IMAGES; i++) {
            images.read(i, pixels);
            if ((pixels[0] & 0xff) != i % 256 || pixels[FORMAT.bytes() - 1] != pixels[0]) {
                throw new IllegalStateException("image %d has other pixels".formatted(i));
            }
        }
    }
}
