/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.modan.datasets.phantom.body.Lesion;
import org.modan.datasets.phantom.body.Shape;
import org.modan.datasets.phantom.body.Site;
import org.modan.spi.Image;
import org.modan.spi.Seed;

/** What tells the two kinds of lesion apart, and what must not. */
class LesionSignsTest {

    private static final int CASES = 300;
    private static final Site SITE = new Site(0, 0, 0.3);

    @Test
    void tellsByOutline() {
        assertThat(auc(0.5, LesionSignsTest::roughness)).isBetween(0.75, 0.97);
        assertThat(auc(0.5, lesion -> extent(lesion, 0, 1) / extent(lesion, 1, 0)))
                .isBetween(0.7, 0.97);
        assertThat(auc(0.5, Lesion::softness)).isBetween(0.7, 0.97);
        assertThat(auc(0.5, Lesion::shadow)).isBetween(0.7, 0.97);
    }

    @Test
    void tellsNothingBySizeOrBrightnessOfTheLesion() {
        assertThat(auc(0.5, LesionSignsTest::area)).isBetween(0.4, 0.6);
        assertThat(auc(0.5, Lesion::opacity)).isBetween(0.4, 0.6);
    }

    @Test
    void tellsNothingByBrightnessOfTheImage() {
        for (Examination examination : Examination.values()) {
            double[][] means = new double[2][CASES / 2];
            for (LesionKind kind : LesionKind.values()) {
                for (int i = 0; i < CASES / 2; i++) {
                    means[kind.ordinal()][i] = mean(draw(examination, kind, i));
                }
            }
            assertThat(auc(means)).as(examination.className()).isBetween(0.35, 0.65);
        }
    }

    @Test
    void blursTheDifferenceWithDifficulty() {
        double easy = auc(0, LesionSignsTest::roughness);
        double hard = auc(1, LesionSignsTest::roughness);

        assertThat(easy).isGreaterThan(0.98);
        assertThat(hard).isBetween(0.6, 0.85);
    }

    private static Image draw(Examination examination, LesionKind kind, int patient) {
        PhantomSettings settings = new PhantomSettings(PhantomTask.LESION, CASES, 1, 32, 0, 0.5);
        int number = 2 * patient + kind.ordinal();
        return new PhantomImage(settings, examination, number, 0, Optional.of(kind)).draw();
    }

    private static double auc(double difficulty, ToDoubleFunction<Lesion> sign) {
        double[][] values = new double[2][CASES];
        for (int kind = 0; kind < 2; kind++) {
            for (int i = 0; i < CASES; i++) {
                Seed seed = new Seed(5).derive("lesion", kind, i);
                values[kind][i] =
                        sign.applyAsDouble(Lesion.draw(kind == 1, difficulty, seed.random()));
            }
        }
        return auc(values);
    }

    /** Share of pairs in which the malignant one has the higher value; ties count half. */
    private static double auc(double[][] values) {
        double wins = 0;
        for (double malignant : values[1]) {
            for (double benign : values[0]) {
                wins += malignant > benign ? 1 : malignant == benign ? 0.5 : 0;
            }
        }
        return wins / values[0].length / values[1].length;
    }

    private static double area(Lesion lesion) {
        Shape shape = lesion.shapeAt(SITE);
        int inside = 0;
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 100; column++) {
                inside += shape.depth(column / 50.0 - 1, row / 50.0 - 1) > 0 ? 1 : 0;
            }
        }
        return inside;
    }

    /** Standard deviation of the radius in the frame where a smooth lesion is a circle. */
    private static double roughness(Lesion lesion) {
        double stretch = Math.sqrt(extent(lesion, 0, 1) / extent(lesion, 1, 0));
        double[] radii = new double[90];
        for (int i = 0; i < radii.length; i++) {
            double angle = 2 * StrictMath.PI * i / radii.length;
            double x = StrictMath.cos(angle) / stretch;
            double y = StrictMath.sin(angle) * stretch;
            radii[i] = extent(lesion, x, y);
        }
        double mean = Arrays.stream(radii).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(radii)
                        .map(r -> (r / mean - 1) * (r / mean - 1))
                        .average()
                        .orElseThrow());
    }

    /** How far the lesion reaches in a direction. */
    private static double extent(Lesion lesion, double x, double y) {
        Shape shape = lesion.shapeAt(SITE);
        double far = 0;
        while (shape.depth(far * x, far * y) > 0) {
            far += 0.004;
        }
        return far;
    }

    private static double mean(Image image) {
        double sum = 0;
        for (byte pixel : image.pixels()) {
            sum += pixel & 255;
        }
        return sum / image.pixels().length;
    }
}
