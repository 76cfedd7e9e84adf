/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.modan.spi.Image;

/**
 * Decodes PNG, JPEG, BMP and GIF files to 8 bits a channel, as stored: no colour management, no
 * gamma, no EXIF rotation. Transparency is ignored rather than composed with a background, as by
 * PIL's {@code convert("L")}; of an animation the first frame is taken.
 *
 * <p>Without state, so one may serve many threads.
 */
public final class ImageDecoder {

    /** Beyond this a header is more likely damaged than true; it would take 400 MB in RGB. */
    private static final long MAX_PIXELS = 1L << 27;

    /**
     * @throws IOException if the file cannot be read or is no whole image; the message says why in
     *     words that complete "FILE: ..."
     */
    public Image decode(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("cannot be read: there is no such file, or no permission");
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
                                                "not a PNG, JPEG, BMP or GIF image: "
                                                        + ImageFormat.describeStart(file)));
        if (format == ImageFormat.PNG) {
            PngChunks.check(file);
        }
        try {
            return Pixels.of(read(file, format));
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

    private static BufferedImage read(byte[] file, ImageFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.readerName()).next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            refuseTruncated(warnings, file.length);
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(int width, int height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("has no pixels: %d x %d".formatted(width, height));
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new IOException(
                    "too large: %d x %d pixels, at most %d million are read"
                            .formatted(width, height, MAX_PIXELS / 1_000_000));
        }
    }

    /** A JPEG that ends early is filled up with grey, and only a warning tells. */
    private static void refuseTruncated(List<String> warnings, int length) throws IOException {
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("truncated") || text.contains("premature end")) {
                throw truncated(ImageFormat.JPEG, length);
            }
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
