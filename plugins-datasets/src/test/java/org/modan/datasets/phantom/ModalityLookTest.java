/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modan.spi.Image;

/** The marks by which each modality is known, measured on what is drawn. */
class ModalityLookTest {

    @Test
    void showsAirBlackInComputedTomographyAndNoisyInMagneticResonance() {
        assertThat(corner(draw(Examination.CT_ABDOMEN))).isZero();
        assertThat(corner(draw(Examination.MR_HEAD))).isBetween(4.0, 20.0);
    }

    @Test
    void showsSkullWhiteInComputedTomographyAndDarkInMagneticResonance() {
        assertThat(brightestInRow(draw(Examination.CT_HEAD), 32, 8, 20)).isEqualTo(255);
        Image resonance = draw(Examination.MR_HEAD);
        int scalp = brightestInRow(resonance, 32, 6, 16);
        int skull = darkestInRow(resonance, 32, 12, 20);
        assertThat(skull).isLessThan(scalp / 2);
    }

    @Test
    void leavesTheOutsideOfASectorBlack() {
        Image sonogram = draw(Examination.US_ABDOMEN);

        assertThat(at(sonogram, 2, 2)).isZero();
        assertThat(at(sonogram, 61, 2)).isZero();
        assertThat(mean(sonogram, 26, 8, 12, 8)).isGreaterThan(40);
    }

    @Test
    void castsAShadowBehindTheWindpipe() {
        Image sonogram = draw(Examination.US_THYROID);

        assertThat(mean(sonogram, 29, 44, 6, 16)).isLessThan(10);
        assertThat(mean(sonogram, 10, 44, 10, 16)).isGreaterThan(25);
    }

    @Test
    void showsBoneBrightAndLungsDarkInRadiographs() {
        Image chest = draw(Examination.XR_CHEST);

        assertThat(mean(chest, 29, 40, 6, 8)).isGreaterThan(170);
        assertThat(mean(chest, 14, 22, 10, 14)).isLessThan(110);
        assertThat(mean(draw(Examination.XR_KNEE), 29, 4, 6, 6)).isGreaterThan(120);
    }

    private static Image draw(Examination examination) {
        PhantomSettings settings = new PhantomSettings(PhantomTask.CORPUS, 1, 1, 64, 0, 0.5);
        return new PhantomImage(settings, examination, 0, 0, Optional.empty()).draw();
    }

    private static int at(Image image, int x, int y) {
        return image.pixels()[y * image.width() + x] & 255;
    }

    private static double corner(Image image) {
        return mean(image, 0, 0, 6, 6);
    }

    private static double mean(Image image, int left, int top, int width, int height) {
        double sum = 0;
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                sum += at(image, x, y);
            }
        }
        return sum / width / height;
    }

    private static int brightestInRow(Image image, int y, int from, int to) {
        int brightest = 0;
        for (int x = from; x < to; x++) {
            brightest = Math.max(brightest, at(image, x, y));
        }
        return brightest;
    }

    private static int darkestInRow(Image image, int y, int from, int to) {
        int darkest = 255;
        for (int x = from; x < to; x++) {
            darkest = Math.min(darkest, at(image, x, y));
        }
        return darkest;
    }
}
