/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import org.modan.spi.Image;

/**
 * Decodes PNG, JPEG, TIFF, BMP and GIF files to 8 bits a channel, as stored: no colour management,
 * no gamma, no EXIF rotation. 16 bits are scaled down, four inks become RGB. Transparency is
 * ignored rather than composed with a background, as by PIL's {@code convert("L")}; of an animation
 * or a stack the first frame is taken.
 *
 * <p>Without state, so one may serve many threads.
 */
public final class ImageDecoder {

    /** As much as the largest image takes, 134 million pixels of four channels of 16 bits. */
    private static final long LARGEST_FILE = 1L << 30;

    /**
     * @throws IOException if the file cannot be read or is no whole image; the message says why in
     *     words that complete "FILE: ..."
     */
    public Image decode(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot be read: there is no such file, or no permission");
        }
        long bytes = Files.size(file);
        if (bytes > LARGEST_FILE) {
            throw new IOException(
                    "too large: the file has %d bytes, at most %d are read"
                            .formatted(bytes, LARGEST_FILE));
        }
        return decode(Files.readAllBytes(file));
    }

    Image decode(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new IOException("empty: the file has 0 bytes; copy it again");
        }
        ImageFormat format =
                ImageFormat.of(file)
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "not a PNG, JPEG, TIFF, BMP or GIF image: "
                                                        + ImageFormat.describeStart(file)));
        if (format == ImageFormat.PNG) {
            PngChunks.check(file);
        }
        try {
            return new FrameReader(format, file).read();
        } catch (EOFException e) {
            throw truncated(format, file.length);
        } catch (IIOException | RuntimeException e) {
            // The JDK's readers meet damaged files with any unchecked exception there is.
            throw new IOException(
                    "cannot be decoded: damaged, cut short, or a kind of %s that is not supported (%s)"
                            .formatted(format, reason(e)),
                    e);
        }
    }

    private static IOException truncated(ImageFormat format, int length) {
        return new IOException(
                "truncated: the %s data goes on after the file's %d bytes; copy the file again"
                        .formatted(format, length));
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "no reason given" : e.getMessage();
    }
}
