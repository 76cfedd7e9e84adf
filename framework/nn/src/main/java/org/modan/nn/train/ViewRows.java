/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * Takes arrays of one row a view apart by chunks of images, and puts them together again: row
 * {@code v * N + i} of a batch is view {@code v} of image {@code i}, of a chunk likewise.
 */
final class ViewRows {

    private ViewRows() {}

    /**
     * The rows of a chunk, copied.
     *
     * @param all rows of the batch
     * @param images of the batch
     */
    static NDArray of(NDArray all, int images, Chunk chunk) {
        NDList views = new NDList();
        for (long first = 0; first < all.getShape().get(0); first += images) {
            views.add(rows(all, first + chunk.from(), first + chunk.to()));
        }
        return NDArrays.concat(views);
    }

    /**
     * The rows of the batch.
     *
     * @param parts the rows of each chunk
     * @param views of each image
     */
    static NDArray join(List<NDArray> parts, int views) {
        NDList ordered = new NDList();
        for (int view = 0; view < views; view++) {
            for (NDArray part : parts) {
                long images = part.getShape().get(0) / views;
                ordered.add(rows(part, view * images, (view + 1) * images));
            }
        }
        return NDArrays.concat(ordered);
    }

    private static NDArray rows(NDArray array, long from, long to) {
        return array.get("%d:%d".formatted(from, to));
    }
}
