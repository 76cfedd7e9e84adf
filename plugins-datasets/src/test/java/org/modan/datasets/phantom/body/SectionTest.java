/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.Seed;

class SectionTest {

    @Test
    void paintsAShapeWithItsArea() {
        Section section = new Section(128, Tissue.AIR, Tissue::signal, tissue -> 0);
        section.paint(Shapes.circle(0.1, -0.2, 0.5), Tissue.FAT);

        double covered = 0;
        for (double value : section.shown().values()) {
            covered +=
                    value / Tissue.FAT.signal() * section.shown().pixel() * section.shown().pixel();
        }

        assertThat(covered).isCloseTo(Math.PI * 0.25, within(0.005));
    }

    /** A box that is too small would cut a shape off without a word. */
    @Test
    void neverCutsAShapeOffByItsBox() {
        SmoothNoise noise = new SmoothNoise(9, new Seed(1).random());
        Site site = new Site(0.1, 0.1, 0.25);
        List<Shape> shapes =
                List.of(
                        Shapes.ellipse(0.1, 0.2, 0.5, 0.1, 37),
                        Shapes.ellipse(-0.1, 0.2, 0.5, 0.11).inset(-0.05),
                        Shapes.ellipse(-0.1, 0.2, 0.4, 0.2, -20).ragged(noise, 0.09),
                        Shapes.box(0, 0, 0.3, 0.2).or(Shapes.rod(-0.5, -0.5, 0.3, 0.6, 0.1)),
                        Shapes.box(0, 0, 0.3, 0.2).and(Shapes.circle(0.2, 0.1, 0.3)),
                        Shapes.circle(0, 0, 0.5).minus(Shapes.layer(0, 0.1, 0, 0.3)),
                        Lesion.draw(true, 0, new Seed(2).random()).shapeAt(site));

        for (Shape shape : shapes) {
            Section boxed = new Section(64, Tissue.AIR, Tissue::signal, tissue -> 0);
            Section whole = new Section(64, Tissue.AIR, Tissue::signal, tissue -> 0);
            boxed.paint(shape, Tissue.FAT);
            whole.paint(Shape.of(shape::depth), Tissue.FAT);
            assertThat(boxed.shown().values())
                    .containsExactly(whole.shown().values(), within(0.51 * 0.85));
            assertThat(inside(boxed)).isEqualTo(inside(whole)).isPositive();
        }
    }

    private static int inside(Section section) {
        int inside = 0;
        for (double value : section.shown().values()) {
            inside += value > 0.51 * Tissue.FAT.signal() ? 1 : 0;
        }
        return inside;
    }
}
