/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modan.nn.image.Pixels.bytes;
import static org.modan.nn.image.Pixels.unsigned;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.modan.spi.Image;

/** Expected values are those of Pillow 9.4.0 for the same pixels by formula. */
class ImagesTest {

    private static final int[] SHRUNK_COLOUR = {
        38, 85, 137, 181, 84, 131, 182, 182, 145, 180, 137, 87, 193, 216, 111, 78, 44, 109, 178,
        142, 79, 143, 183, 71, 129, 177, 137, 71, 168, 202, 118, 105, 48, 131, 175, 77, 73, 154,
        121, 72, 113, 175, 136, 106, 142, 188, 126, 132
    };

    @Test
    void shrinksGreyAsPillowDoes() {
        Image image = Image.grey(17, 11, Pixels.grey(17, 11));

        assertThat(unsigned(Images.toSquare(image, 5, 1)))
                .containsExactly(
                        40, 111, 143, 153, 139, 96, 123, 137, 156, 130, 128, 138, 122, 132, 144,
                        128, 118, 125, 141, 131, 156, 134, 111, 162, 135);
    }

    @Test
    void enlargesGreyAsPillowDoes() {
        Image image = Image.grey(3, 4, Pixels.grey(3, 4));

        assertThat(unsigned(Images.toSquare(image, 6, 1)))
                .containsExactly(
                        0, 1, 2, 5, 10, 12, 4, 7, 13, 21, 30, 35, 8, 15, 28, 41, 57, 65, 13, 22, 41,
                        62, 83, 94, 18, 30, 56, 83, 111, 125, 21, 36, 66, 98, 131, 147);
    }

    @Test
    void shrinksAnImageOfUnequalSidesByBothRatios() {
        Image image = Image.grey(40, 9, Pixels.grey(40, 9));

        assertThat(unsigned(Images.toSquare(image, 4, 1)))
                .containsExactly(
                        106, 142, 141, 140, 123, 139, 134, 163, 129, 137, 147, 127, 122, 133, 131,
                        132);
    }

    @Test
    void separatesAndShrinksColourAsPillowDoes() {
        Image image = Image.rgb(13, 7, Pixels.rgb(13, 7));

        assertThat(unsigned(Images.toSquare(image, 4, 3))).containsExactly(SHRUNK_COLOUR);
    }

    @Test
    void convertsColourToGreyBeforeItShrinksAsPillowDoes() {
        Image image = Image.rgb(13, 7, Pixels.rgb(13, 7));

        assertThat(unsigned(Images.toSquare(image, 4, 1)))
                .containsExactly(
                        42, 104, 165, 147, 80, 141, 176, 105, 132, 178, 137, 80, 173, 205, 117,
                        100);
    }

    @Test
    void convertsPixelsToGreyAsPillowDoes() {
        assertThat(unsigned(Grey.ofInterleaved(Pixels.rgb(4, 2))))
                .containsExactly(0, 21, 42, 63, 27, 40, 69, 82);
    }

    @Test
    void greyPixelsKeepTheirValueWhenConvertedToGrey() {
        for (int value = 0; value < 256; value++) {
            assertThat(Grey.luma((byte) value, (byte) value, (byte) value)).isEqualTo(value);
        }
    }

    @Test
    void repeatsAGreyPlaneForThreeChannels() {
        Image image = Image.grey(2, 2, bytes(10, 200, 255, 0));

        assertThat(unsigned(Images.toSquare(image, 2, 3)))
                .containsExactly(10, 200, 255, 0, 10, 200, 255, 0, 10, 200, 255, 0);
    }

    @Test
    void anImageOfTheRightSizeIsCopiedExactly() {
        byte[] pixels = Pixels.grey(32, 32);

        byte[] square = Images.toSquare(Image.grey(32, 32, pixels), 32, 1);

        assertThat(square).isEqualTo(pixels).isNotSameAs(pixels);
    }

    @Test
    void oneLevelStaysOneLevelAtEveryRatio() {
        for (int size : new int[] {1, 2, 7, 33, 100}) {
            byte[] pixels = new byte[37 * 53];
            Arrays.fill(pixels, (byte) 255);

            assertThat(unsigned(Images.toSquare(Image.grey(37, 53, pixels), size, 1)))
                    .hasSize(size * size)
                    .containsOnly(255);
        }
    }

    @Test
    void refusesSizesAndChannelsThatMakeNoImage() {
        Image image = Image.grey(1, 1, new byte[1]);

        assertThatThrownBy(() -> Images.toSquare(image, 0, 1))
                .hasMessage("size is 0, not positive");
        assertThatThrownBy(() -> Images.toSquare(image, 1, 2))
                .hasMessage("channels is 2, not 1 or 3");
    }
}
