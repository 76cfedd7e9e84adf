/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.modan.spi.Seed;

/**
 * Draws a number of images from each class. A draw depends on the seed, the class and the names of
 * its own images alone: not on the file system's order, nor on the other classes.
 *
 * @param images at most this many of each class
 * @param seed of the draw
 */
public record ClassDraw(int images, long seed) {

    /**
     * @param className what the class is called
     * @param names of its images, in any order
     * @return those drawn, in the order of their characters
     */
    public List<String> of(String className, List<String> names) {
        List<String> drawn = new ArrayList<>(names);
        Collections.sort(drawn);
        if (drawn.size() > images) {
            RandomGenerator random = new Seed(seed).derive("limit", className).random();
            for (int i = 0; i < images; i++) {
                Collections.swap(drawn, i, i + random.nextInt(drawn.size() - i));
            }
            drawn = drawn.subList(0, images);
            Collections.sort(drawn);
        }
        return List.copyOf(drawn);
    }
}
