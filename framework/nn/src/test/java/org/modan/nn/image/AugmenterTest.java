/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.modan.nn.image.Pixels.unsigned;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.Seed;

class AugmenterTest {

    /** Pillow 9.4.0: {@code crop((2, 1, 7, 5)).resize((8, 8), BILINEAR)}. */
    private static final int[] CROPPED = {
        57, 72, 94, 119, 145, 174, 206, 229, 68, 85, 110, 138, 147, 139, 177, 207, 91, 112, 143,
        177, 152, 70, 118, 163, 113, 139, 172, 179, 144, 68, 87, 107, 136, 166, 198, 146, 124, 134,
        82, 40, 158, 169, 178, 132, 116, 132, 86, 48, 181, 150, 113, 138, 121, 63, 99, 132, 192,
        140, 80, 141, 123, 28, 106, 174
    };

    @Test
    void withoutAugmentationAViewIsAnExactCopyAndNothingIsDrawn() {
        byte[] source = Pixels.grey(16, 48);
        byte[] view = new byte[source.length];
        RandomGenerator random = new Seed(3).random();

        new Augmenter(AugmentationSpec.none(), 3, 16).view(source, view, random);

        assertThat(view).isEqualTo(source);
        assertThat(random.nextLong()).isEqualTo(new Seed(3).random().nextLong());
    }

    @Test
    void cropsAndResizesAsPillowDoes() {
        byte[] view = new byte[64];

        new Augmenter(AugmentationSpec.contrastive(), 1, 8)
                .resizeInto(Pixels.grey(8, 8), new Crop(2, 1, 5, 4), view);

        assertThat(unsigned(view)).containsExactly(CROPPED);
    }

    @Test
    void cropsEveryChannelAlike() {
        byte[] plane = Pixels.grey(8, 8);
        byte[] source = new byte[192];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(plane, 0, source, 64 * channel, 64);
        }
        byte[] view = new byte[192];

        new Augmenter(AugmentationSpec.contrastive(), 3, 8)
                .view(source, view, new Seed(4).random());

        assertThat(view).isNotEqualTo(source);
        assertThat(Arrays.copyOfRange(view, 64, 128)).isEqualTo(Arrays.copyOfRange(view, 0, 64));
        assertThat(Arrays.copyOfRange(view, 128, 192)).isEqualTo(Arrays.copyOfRange(view, 0, 64));
    }

    @Test
    void flippingMirrorsRowsAndTwiceIsTheImageAgain() {
        Augmenter augmenter = new Augmenter(AugmentationSpec.none(), 1, 3);
        byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9};

        augmenter.flip(pixels);
        assertThat(pixels).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
        augmenter.flip(pixels);
        assertThat(pixels).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void flipsAsOftenAsAsked() {
        Augmenter augmenter =
                new Augmenter(AugmentationSpec.none().withFlipProbability(0.25), 1, 2);
        RandomGenerator random = new Seed(5).random();
        byte[] view = new byte[4];
        int flipped = 0;
        for (int draw = 0; draw < 4000; draw++) {
            augmenter.view(new byte[] {1, 2, 1, 2}, view, random);
            flipped += view[0] == 2 ? 1 : 0;
        }
        assertThat(flipped).isBetween(850, 1150);
    }

    @Test
    void jittersAsOftenAsAsked() {
        Augmenter augmenter = new Augmenter(AugmentationSpec.none().withJitter(0.8, 0.4, 0), 1, 1);
        RandomGenerator random = new Seed(6).random();
        byte[] view = new byte[1];
        int jittered = 0;
        for (int draw = 0; draw < 4000; draw++) {
            augmenter.view(new byte[] {(byte) 250}, view, random);
            jittered += view[0] != (byte) 250 ? 1 : 0;
        }
        // A factor in [1, 1.004) leaves 250 as it is: half a percent of the jittered.
        assertThat(jittered).isBetween(3040, 3330);
    }

    @Test
    void aSeedDrawsTheSameViewAndWorkingMemoryLeavesNoTrace() {
        byte[] source = Pixels.grey(32, 32);
        Augmenter used = new Augmenter(AugmentationSpec.contrastive(), 1, 32);
        byte[] view = new byte[source.length];
        for (int seed = 0; seed < 50; seed++) {
            used.view(source, view, new Seed(seed).random());
            byte[] fresh = new byte[source.length];
            new Augmenter(AugmentationSpec.contrastive(), 1, 32)
                    .view(source, fresh, new Seed(seed).random());
            assertThat(view).isEqualTo(fresh);
        }
        byte[] other = new byte[source.length];
        used.view(source, other, new Seed(50).random());
        assertThat(other).isNotEqualTo(view);
        assertThat(source).isEqualTo(Pixels.grey(32, 32));
    }

    @Test
    void refusesSizesAndChannelsThatMakeNoImage() {
        assertThatThrownBy(() -> new Augmenter(AugmentationSpec.none(), 2, 8))
                .hasMessage("channels is 2, not 1 or 3");
        assertThatThrownBy(() -> new Augmenter(AugmentationSpec.none(), 1, 0))
                .hasMessage("size is 0, not positive");
    }
}
