/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.modan.nn.image.Pixels.bytes;
import static org.modan.nn.image.Pixels.unsigned;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.modan.spi.Seed;

/** Expected values are those of Pillow 9.4.0's ImageEnhance for the same pixels by formula. */
class JitterTest {

    private final Jitter grey = new Jitter(0.4, 0.4, 1);
    private final Jitter colour = new Jitter(0.4, 0.4, 3);

    @Test
    void brightensAsPillowDoes() {
        assertThat(jittered(pixels -> grey.brighten(pixels, 0.6f)))
                .containsExactly(0, 1, 7, 16, 4, 17, 34, 54, 8, 33, 61, 93, 12, 48, 88, 131);
        assertThat(jittered(pixels -> grey.brighten(pixels, 1.4f)))
                .containsExactly(0, 4, 16, 37, 9, 40, 79, 127, 19, 77, 142, 217, 29, 113, 205, 255);
    }

    @Test
    void stretchesContrastAboutTheMeanAsPillowDoes() {
        assertThat(jittered(pixels -> grey.stretch(pixels, 0.6f)))
                .containsExactly(25, 27, 32, 41, 29, 43, 59, 80, 34, 58, 86, 118, 38, 74, 113, 157);
        assertThat(jittered(pixels -> grey.stretch(pixels, 1.4f)))
                .containsExactly(0, 0, 0, 12, 0, 15, 54, 101, 0, 51, 117, 191, 3, 87, 180, 255);
    }

    @Test
    void takesTheMeanOfTheLumaForColour() {
        byte[] planes = {0, 16, 32, 32, 42, 64, 0, 22, 44, 26, 40, 70, 0, 28, 56, 20, 38, 76};

        colour.stretch(planes, 1.3f);

        assertThat(unsigned(planes))
                .containsExactly(
                        0, 10, 31, 31, 44, 73, 0, 18, 47, 23, 42, 81, 0, 26, 62, 16, 39, 88);
    }

    @Test
    void aFactorOfOneChangesNothing() {
        assertThat(jittered(pixels -> grey.brighten(pixels, 1)))
                .isEqualTo(unsigned(Pixels.grey(4, 4)));
        assertThat(jittered(pixels -> grey.stretch(pixels, 1)))
                .isEqualTo(unsigned(Pixels.grey(4, 4)));
    }

    @Test
    void bothOrdersOccurAndGiveDifferentImages() {
        Jitter jitter = new Jitter(0.4, 0.4, 1);
        int brightnessFirst = 0;
        for (int seed = 0; seed < 200; seed++) {
            byte[] pixels = bytes(10, 100, 180, 250);
            jitter.apply(pixels, new Seed(seed).random());
            if (Arrays.equals(pixels, inOrder(seed, true))) {
                brightnessFirst++;
            } else {
                assertThat(pixels).isEqualTo(inOrder(seed, false));
            }
        }
        assertThat(brightnessFirst).isBetween(60, 160);
    }

    @Test
    void aStrengthAboveOneNeverDrawsANegativeFactor() {
        Jitter jitter = new Jitter(3, 0, 1);
        int darker = 0;
        for (int seed = 0; seed < 400; seed++) {
            byte[] pixels = bytes(60);
            jitter.apply(pixels, new Seed(seed).random());
            darker += (pixels[0] & 0xFF) < 60 ? 1 : 0;
        }
        // Uniform on [0, 4]: a quarter lies below one.
        assertThat(darker).isBetween(60, 140);
    }

    private byte[] inOrder(int seed, boolean brightnessFirst) {
        RandomGenerator random = new Seed(seed).random();
        random.nextBoolean();
        float brightness = (float) (0.6 + (1.4 - 0.6) * random.nextDouble());
        float contrast = (float) (0.6 + (1.4 - 0.6) * random.nextDouble());
        byte[] pixels = bytes(10, 100, 180, 250);
        if (brightnessFirst) {
            grey.brighten(pixels, brightness);
            grey.stretch(pixels, contrast);
        } else {
            grey.stretch(pixels, contrast);
            grey.brighten(pixels, brightness);
        }
        return pixels;
    }

    private static int[] jittered(Consumer<byte[]> operation) {
        byte[] pixels = Pixels.grey(4, 4);
        operation.accept(pixels);
        return unsigned(pixels);
    }
}
