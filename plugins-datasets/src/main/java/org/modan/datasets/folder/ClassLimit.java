/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.modan.spi.Seed;

/**
 * Draws a fixed number of images from each class. A draw depends on the seed, the class and its own
 * images alone: not on the file system's order, nor on the other classes.
 *
 * @param images at most this many of each class
 * @param seed of the draw
 */
record ClassLimit(int images, long seed) {

    ClassFolder apply(ClassFolder folder) {
        if (folder.ids().size() <= images) {
            return folder;
        }
        RandomGenerator random = new Seed(seed).derive("limit", folder.name()).random();
        List<String> ids = new ArrayList<>(folder.ids());
        for (int i = 0; i < images; i++) {
            Collections.swap(ids, i, i + random.nextInt(ids.size() - i));
        }
        List<String> drawn = ids.subList(0, images);
        Collections.sort(drawn);
        return new ClassFolder(folder.name(), drawn);
    }
}
