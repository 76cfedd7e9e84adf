/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.modan.runtime.cache.CacheKind;
import org.modan.spi.Digests;

/** The files of decoded images. */
public final class DecodedImages implements CacheKind {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.u8");

    /** The name of the file that holds these images in this form. */
    static String fileName(DatasetDigest digest, ImageFormat format) {
        return Digests.ofText(
                        "%s %d %d %d"
                                .formatted(
                                        digest.images(),
                                        format.size(),
                                        format.channels(),
                                        PixelHeader.VERSION))
                + ".u8";
    }

    @Override
    public String title() {
        return "decoded images";
    }

    @Override
    public boolean owns(String fileName) {
        return NAME.matcher(fileName).matches();
    }

    @Override
    public String describe(Path file) throws IOException {
        return new PixelFile(file).describe();
    }

    @Override
    public void verify(Path file) throws IOException {
        new PixelFile(file).verify();
    }
}
