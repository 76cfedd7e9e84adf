/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.modan.spi.Image;

/**
 * Takes the stored values out of a decoded image. Going through colours instead ({@code getRGB})
 * would put a grey image through the gamma of the JDK's linear grey space.
 */
final class Pixels {

    private static final int MAX = 255;

    private Pixels() {}

    /** Grey for one band (with or without alpha) and for palettes of greys, else RGB. */
    static Image of(BufferedImage image) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return fromPalette(image.getRaster(), palette);
        }
        int colors = image.getColorModel().getNumColorComponents();
        refuseOtherNumbers(image.getRaster());
        refuseOtherColors(image.getColorModel().getColorSpace().getType());
        if (colors == 4) {
            return Cmyk.PLAIN.toRgb(image.getRaster());
        }
        return fromBands(image.getRaster(), colors);
    }

    /** Scaling floating-point or 32-bit values to 8 bits needs a range that no file states. */
    private static void refuseOtherNumbers(Raster raster) {
        int type = raster.getSampleModel().getDataType();
        int bits = raster.getSampleModel().getSampleSize(0);
        if (bits > 16 || type == DataBuffer.TYPE_SHORT) {
            throw new IllegalArgumentException(
                    "%s values of %d bits; save it with 8 or 16 unsigned bits a channel"
                            .formatted(
                                    type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE
                                            ? "floating-point"
                                            : type == DataBuffer.TYPE_SHORT ? "signed" : "integer",
                                    bits));
        }
    }

    private static void refuseOtherColors(int space) {
        if (space != ColorSpace.TYPE_GRAY
                && space != ColorSpace.TYPE_RGB
                && space != ColorSpace.TYPE_CMYK) {
            throw new IllegalArgumentException("other colours than grey, RGB or CMYK; convert it");
        }
    }

    private static Image fromBands(Raster raster, int colors) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] pixels = new byte[width * height * colors];
        int[] row = new int[width];
        for (int band = 0; band < colors; band++) {
            int highest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
            for (int y = 0; y < height; y++) {
                raster.getSamples(0, y, width, 1, band, row);
                for (int x = 0; x < width; x++) {
                    pixels[(y * width + x) * colors + band] = (byte) scale(row[x], highest);
                }
            }
        }
        return image(width, height, colors, pixels);
    }

    private static Image fromPalette(Raster raster, IndexColorModel palette) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int colors = isGrey(palette) ? 1 : 3;
        byte[] pixels = new byte[width * height * colors];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                int at = (y * width + x) * colors;
                pixels[at] = (byte) palette.getRed(row[x]);
                if (colors == 3) {
                    pixels[at + 1] = (byte) palette.getGreen(row[x]);
                    pixels[at + 2] = (byte) palette.getBlue(row[x]);
                }
            }
        }
        return image(width, height, colors, pixels);
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i)
                    || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    private static Image image(int width, int height, int colors, byte[] pixels) {
        return switch (colors) {
            case 1 -> Image.grey(width, height, pixels);
            case 3 -> Image.rgb(width, height, pixels);
            default ->
                    throw new IllegalArgumentException(
                            "%d colour channels; save it as grey or RGB".formatted(colors));
        };
    }

    /** To 0..255, rounded: {@code 65535 -> 255}, {@code 31 -> 255}. */
    private static int scale(int value, int highest) {
        return highest == MAX ? value : (int) ((2L * value * MAX + highest) / (2L * highest));
    }
}
