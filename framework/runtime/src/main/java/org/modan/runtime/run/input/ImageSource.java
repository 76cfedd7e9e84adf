/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.run.listener.RunListener;
import org.modan.spi.ImageSet;

/** The decoded images of a run's datasets, each opened once. */
public final class ImageSource {

    private record Key(String digest, ImageFormat format) {}

    private final ImageCache cache;
    private final RunListener listener;
    private final Map<Key, ImageSet> opened = new LinkedHashMap<>();

    public ImageSource(ImageCache cache, RunListener listener) {
        this.cache = requireNonNull(cache, "cache is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    public ImageSet images(OpenDataset dataset, ImageFormat format) {
        Key key = new Key(dataset.digest().index(), format);
        ImageSet known = opened.get(key);
        if (known == null) {
            int images = dataset.samples().size();
            known =
                    cache.images(
                            dataset,
                            format,
                            done -> listener.decoding(dataset.name(), done, images));
            opened.put(key, known);
        }
        return known;
    }
}
