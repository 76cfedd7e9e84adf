/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import org.modan.spi.Image;

/** Has one of the JDK's own readers decode the first frame of a file. */
final class FrameReader {

    /** Beyond this a header is more likely damaged than true; it would take 400 MB in RGB. */
    private static final long MAX_PIXELS = 1L << 27;

    private final ImageFormat format;
    private final byte[] file;

    FrameReader(ImageFormat format, byte[] file) {
        this.format = format;
        this.file = file;
    }

    /**
     * @throws EOFException if the file ends early
     * @throws IOException or any unchecked exception if it is damaged
     */
    Image read() throws IOException {
        ImageReader reader = jdkReader();
        try (ImageInputStream in = new ImageBytes(file)) {
            List<String> warnings = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(in);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            checkSize(reader.getTileWidth(0), reader.getTileHeight(0));
            Image image = decode(reader);
            refuseDamaged(warnings);
            return image;
        } finally {
            reader.dispose();
        }
    }

    private Image decode(ImageReader reader) throws IOException {
        if (format == ImageFormat.JPEG) {
            JpegHeader header = JpegHeader.of(file);
            if (header.components() == 4) {
                Raster raster = reader.readRaster(0, null);
                return (header.ycc() ? Cmyk.YCCK : Cmyk.INVERTED).toRgb(raster);
            }
        }
        BufferedImage image = reader.read(0);
        if (format == ImageFormat.TIFF) {
            refuseMisreadTiff(reader.getImageMetadata(0), image);
        }
        return Pixels.of(image);
    }

    /** What the JDK's reader has no colours for, it hands over as if it were RGB. */
    private static void refuseMisreadTiff(IIOMetadata metadata, BufferedImage image)
            throws IOException {
        TIFFField field =
                TIFFDirectory.createFromMetadata(metadata)
                        .getTIFFField(BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION);
        int colors = field == null ? 0 : field.getAsInt(0);
        boolean inks = colors == BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK;
        int space = image.getColorModel().getColorSpace().getType();
        if (colors > BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_Y_CB_CR
                || inks && space != ColorSpace.TYPE_CMYK) {
            throw new IIOException(
                    "photometric interpretation %d with %d bits a channel; save it as grey or RGB"
                            .formatted(
                                    colors, image.getRaster().getSampleModel().getSampleSize(0)));
        }
    }

    /** Readers that a class path happens to hold would make an image depend on the machine. */
    private ImageReader jdkReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.readerName());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule().equals(ImageIO.class.getModule())) {
                return reader;
            }
            reader.dispose();
        }
        throw new IllegalStateException("this Java has no reader for " + format);
    }

    private void checkSize(int width, int height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("has no pixels: %d x %d".formatted(width, height));
        }
        long pixels = (long) width * height;
        if (pixels > MAX_PIXELS) {
            throw new IOException(
                    "too large: %d x %d pixels, at most %d million are read"
                            .formatted(width, height, MAX_PIXELS / 1_000_000));
        }
        // So that damage in a small file cannot ask for much memory.
        if (pixels > (long) file.length * format.pixelsPerByte()) {
            throw new IOException(
                    "damaged: %d x %d pixels cannot be in %d bytes; copy the file again"
                            .formatted(width, height, file.length));
        }
    }

    /**
     * What is missing from a JPEG is filled up with grey, what is damaged decodes to noise, and
     * only a warning tells.
     */
    private static void refuseDamaged(List<String> warnings) throws IOException {
        for (String warning : warnings) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("truncated") || text.contains("premature end")) {
                throw new EOFException(warning);
            }
            if (text.contains("bad huffman code")) {
                throw new IOException("damaged: %s; copy the file again".formatted(warning));
            }
        }
    }
}
