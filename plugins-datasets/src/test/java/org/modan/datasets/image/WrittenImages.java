/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.modan.datasets.TestImages;
import org.modan.spi.Seed;

/** One file of every kind that can be read, made of noise so that no part of it is redundant. */
final class WrittenImages {

    static final int WIDTH = 40;
    static final int HEIGHT = 32;

    private WrittenImages() {}

    static Map<String, byte[]> ofEveryKind() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        BufferedImage grey = noise(BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = noise(BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage colors = noise(BufferedImage.TYPE_3BYTE_BGR);
        BufferedImage palette = noise(BufferedImage.TYPE_BYTE_INDEXED);
        files.put("png grey", TestImages.encode(grey, "png"));
        files.put("png deep", TestImages.encode(deep, "png"));
        files.put("png colors", TestImages.encode(colors, "png"));
        files.put("png palette", TestImages.encode(palette, "png"));
        files.put("bmp grey", TestImages.encode(grey, "bmp"));
        files.put("bmp colors", TestImages.encode(colors, "bmp"));
        files.put("gif palette", TestImages.encode(palette, "gif"));
        files.put("jpeg grey", TestImages.encode(grey, "jpeg"));
        files.put("jpeg colors", TestImages.encode(colors, "jpeg"));
        files.put("jpeg inks", inks());
        files.put("tiff colors", tiff(colors, ""));
        for (String compression : new String[] {"LZW", "ZLib", "Deflate", "PackBits", "JPEG"}) {
            files.put("tiff colors " + compression, tiff(colors, compression));
        }
        files.put("tiff deep LZW", tiff(deep, "LZW"));
        files.put("tiff palette PackBits", tiff(palette, "PackBits"));
        return files;
    }

    private static BufferedImage noise(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        fill(image.getRaster());
        return image;
    }

    private static void fill(WritableRaster raster) {
        RandomGenerator random = new Seed(1).derive("noise").random();
        int values = 1 << raster.getSampleModel().getSampleSize(0);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(x, y, band, random.nextInt(values));
                }
            }
        }
    }

    private static byte[] inks() throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        fill(raster);
        return write("jpeg", "", new IIOImage(raster, null, null));
    }

    private static byte[] tiff(BufferedImage image, String compression) throws IOException {
        return write("tiff", compression, new IIOImage(image, null, null));
    }

    private static byte[] write(String format, String compression, IIOImage image)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (!compression.isEmpty()) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
