/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring images of a batch, with all their views.
 *
 * @param from position of the first image in the batch
 * @param to one after the position of the last
 */
record Chunk(int from, int to) {

    /**
     * All images of a batch. The last chunk may be smaller; but where an image has one view only, a
     * single one that would be left over goes with the chunk before it, because batch normalisation
     * may have no variance of one.
     *
     * @param size images a chunk, at least 1
     * @param views of each image
     */
    static List<Chunk> divide(int images, int size, int views) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        while (from < images) {
            int to = Math.min(from + size, images);
            if (views == 1 && size > 1 && images - to == 1) {
                to = images;
            }
            chunks.add(new Chunk(from, to));
            from = to;
        }
        return chunks;
    }

    int images() {
        return to - from;
    }
}
