/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.modan.spi.Image;

/**
 * Files that Pillow 9.4 wrote, against what its {@code convert("L")} makes of them, or of 16 bits
 * their upper 8. Nothing here needs Pillow.
 */
class PilLumaTest {

    private final ImageDecoder decoder = new ImageDecoder();

    static Stream<String> files() throws IOException {
        return new String(resource("luma-by-pil.txt"), StandardCharsets.UTF_8).lines();
    }

    @ParameterizedTest
    @MethodSource("files")
    void decodesAsPillowDoes(String line) throws IOException {
        String[] parts = line.split(" ");
        Image image = decoder.decode(resource(parts[0]));

        assertThat(image.width()).isEqualTo(8);
        assertThat(image.height()).isEqualTo(6);
        int[] luma = luma(image);
        int[] expected = Arrays.stream(parts).skip(1).mapToInt(Integer::parseInt).toArray();
        assertThat(luma).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(luma[i]).as("pixel " + i).isBetween(expected[i] - 1, expected[i] + 1);
        }
    }

    @Test
    void coversEveryFormatAndMode() throws IOException {
        assertThat(files()).hasSize(16);
    }

    @ParameterizedTest
    @CsvSource({
        "refused-signed.tif, signed values of 16 bits; save it with 8 or 16 unsigned bits a channel",
        "refused-float.tif, floating-point values of 32 bits; save it with 8 or 16 unsigned bits a channel",
        "refused-deep-inks.tif, photometric interpretation 5 with 16 bits a channel; save it as grey or RGB",
        "refused-lab.tif, photometric interpretation 8 with 8 bits a channel; save it as grey or RGB"
    })
    void refusesWhatItCannotPutInEightBits(String file, String reason) throws IOException {
        byte[] bytes = resource(file);

        assertThatThrownBy(() -> decoder.decode(bytes))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageEndingWith("(%s)", reason);
    }

    @Test
    void refusesColoursThatAreNoRgb() {
        ComponentColorModel model =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_CIEXYZ),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);

        assertThatThrownBy(() -> Pixels.of(image))
                .hasMessage("other colours than grey, RGB or CMYK; convert it");
    }

    private static int[] luma(Image image) {
        byte[] pixels = image.pixels();
        int[] luma = new int[image.width() * image.height()];
        for (int i = 0; i < luma.length; i++) {
            int at = i * image.channels();
            luma[i] =
                    image.channels() == 1
                            ? pixels[at] & 255
                            : 19595 * (pixels[at] & 255)
                                            + 38470 * (pixels[at + 1] & 255)
                                            + 7471 * (pixels[at + 2] & 255)
                                            + (1 << 15)
                                    >> 16;
        }
        return luma;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PilLumaTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
