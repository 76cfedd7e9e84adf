/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.datasets.TestImages;
import org.modan.spi.Image;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void keepsEveryGreyValueAsStored(String format) throws IOException {
        Image image = decoder.decode(TestImages.encode(ramp(), format));

        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.width()).isEqualTo(32);
        assertThat(image.height()).isEqualTo(8);
        for (int i = 0; i < 256; i++) {
            assertThat(image.pixels()[i] & 255).isEqualTo(i);
        }
    }

    @Test
    void decodesGreyJpegWithinItsQuantisation() throws IOException {
        Image image = decoder.decode(TestImages.encode(ramp(), "jpg"));

        assertThat(image.channels()).isEqualTo(1);
        for (int i = 0; i < 256; i++) {
            assertThat(image.pixels()[i] & 255).isBetween(i - 12, i + 12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void interleavesRedGreenAndBlue(String format) throws IOException {
        BufferedImage colors = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        colors.setRGB(0, 0, 0x102030);
        colors.setRGB(1, 0, 0xF0E0D0);

        Image image = decoder.decode(TestImages.encode(colors, format));

        assertThat(image.channels()).isEqualTo(3);
        assertThat(image.pixels()).containsExactly(0x10, 0x20, 0x30, 0xF0, 0xE0, 0xD0);
    }

    @Test
    void refusesDicomByName() {
        byte[] dicom = new byte[200];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, dicom, 128, 4);

        assertThatThrownBy(() -> decoder.decode(dicom))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "not a PNG, JPEG, TIFF, BMP or GIF image: it is DICOM; export it as PNG or TIFF");
    }

    @Test
    void refusesAFileLargerThanAnyImageBeforeReadingIt() throws IOException {
        Path file = folder.resolve("large.png");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        assertThatThrownBy(() -> decoder.decode(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "too large: the file has 3221225472 bytes, at most 1073741824 are read");
    }

    @Test
    void ignoresTransparency() throws IOException {
        BufferedImage colors = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        colors.setRGB(0, 0, 0x00102030);

        Image image = decoder.decode(TestImages.encode(colors, "png"));

        assertThat(image.pixels()).containsExactly(0x10, 0x20, 0x30);
    }

    @Test
    void looksColoursUpInThePalette() throws IOException {
        byte[] red = {0, 100};
        byte[] green = {50, 100};
        byte[] blue = {0, 7};
        IndexColorModel palette = new IndexColorModel(8, 2, red, green, blue);
        BufferedImage indexed = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        indexed.getRaster().setSample(0, 0, 0, 1);

        Image image = decoder.decode(TestImages.encode(indexed, "png"));

        assertThat(image.pixels()).containsExactly(100, 100, 7, 0, 50, 0);
    }

    @Test
    void spreadsOneBitOverTheWholeRange() throws IOException {
        BufferedImage bits = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        bits.getRaster().setSample(1, 0, 0, 1);

        Image image = decoder.decode(TestImages.encode(bits, "png"));

        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.pixels()).containsExactly(0, 255, 0);
    }

    @Test
    void scalesSixteenBitsToEight() throws IOException {
        BufferedImage deep = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
        int[] values = {0, 257, 0x8000, 0xFFFF};
        for (int x = 0; x < values.length; x++) {
            deep.getRaster().setSample(x, 0, 0, values[x]);
        }

        Image image = decoder.decode(TestImages.encode(deep, "png"));

        assertThat(image.pixels()).containsExactly(0, 1, 128, 255);
    }

    @Test
    void goesByContentRatherThanByName() throws IOException {
        Path file = folder.resolve("really-a-jpeg.png");
        Files.write(file, TestImages.encode(ramp(), "jpg"));

        assertThat(decoder.decode(file).width()).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void refusesHalfAFile(String format) throws IOException {
        byte[] whole = TestImages.encode(ramp(), format);

        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(whole, whole.length / 2)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageMatching("(truncated: |cannot be decoded: damaged, cut short).*");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 40})
    void refusesPngThatLacksItsLastBytes(int missing) throws IOException {
        byte[] whole = TestImages.encode(ramp(), "png");

        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(whole, whole.length - missing)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "truncated: the PNG data goes on after the file's %d bytes; copy the file again",
                        whole.length - missing);
    }

    @Test
    void refusesJpegWhoseScanEndsEarly() throws IOException {
        BufferedImage noise = new BufferedImage(128, 128, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 128 * 128; i++) {
            noise.getRaster().setSample(i % 128, i / 128, 0, i * 7919 % 251);
        }
        byte[] whole = TestImages.encode(noise, "jpg");

        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(whole, whole.length * 3 / 4)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("truncated: the JPEG data goes on after the file's");
    }

    @Test
    void refusesPngWithAFlippedBit() throws IOException {
        byte[] file = TestImages.encode(ramp(), "png");
        file[file.length - 20] ^= 1;

        assertThatThrownBy(() -> decoder.decode(file))
                .hasMessage(
                        "damaged: the checksum of its IDAT data does not match; copy the file again");
    }

    @Test
    void refusesPngWithoutPixels() throws IOException {
        byte[] file = TestImages.encode(ramp(), "png");
        ByteBuffer header = ByteBuffer.wrap(file);
        header.putInt(16, 0);
        CRC32 sum = new CRC32();
        sum.update(file, 12, 17);
        header.putInt(29, (int) sum.getValue());

        assertThatThrownBy(() -> decoder.decode(file)).hasMessage("has no pixels: 0 x 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "gif"})
    void refusesOtherFormatsWithoutPixels(String format) throws IOException {
        byte[] file = TestImages.encode(ramp(), format);
        int width = format.equals("bmp") ? 18 : findGifDescriptor(file) + 5;
        file[width] = 0;

        assertThatThrownBy(() -> decoder.decode(file)).isExactlyInstanceOf(IOException.class);
    }

    @Test
    void refusesEmptyFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));

        assertThatThrownBy(() -> decoder.decode(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("empty: the file has 0 bytes; copy it again");
    }

    @Test
    void quotesTextThatIsNamedLikeAnImage() throws IOException {
        Path file = Files.writeString(folder.resolve("page.png"), "<html>Not found</html>");

        assertThatThrownBy(() -> decoder.decode(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(
                        "not a PNG, JPEG, TIFF, BMP or GIF image: it starts with the text '<html>Not fo'");
    }

    @Test
    void showsTheBytesOfOtherFormats() {
        byte[] bigTiff = {0x49, 0x49, 0x2B, 0x00, 0x08, 0x00};

        assertThatThrownBy(() -> decoder.decode(bigTiff))
                .hasMessageEndingWith("it starts with the bytes 49 49 2b 00 08 00");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> decoder.decode(folder.resolve("gone.png")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("cannot be read: there is no such file, or no permission");
    }

    private static BufferedImage ramp() {
        BufferedImage image = new BufferedImage(32, 8, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            image.getRaster().setSample(i % 32, i / 32, 0, i);
        }
        return image;
    }

    /** The image descriptor follows the application's extensions, and is where 0x2C, 0, 0 is. */
    private static int findGifDescriptor(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(",\0\0\0\0 \0\b");
    }
}
