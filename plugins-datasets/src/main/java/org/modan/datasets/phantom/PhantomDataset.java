/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.phantom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** A dataset whose images are drawn when they are read. */
final class PhantomDataset implements DatasetAdapter {

    private final DatasetInfo info;
    private final Map<String, PhantomImage> images = new LinkedHashMap<>();
    private final List<Sample> samples;

    /**
     * @param label index of an image's class
     */
    PhantomDataset(DatasetInfo info, List<PhantomImage> images, ToIntFunction<PhantomImage> label) {
        this.info = info;
        List<Sample> list = new ArrayList<>();
        for (PhantomImage image : images) {
            this.images.put(image.id(), image);
            list.add(sample(image, label.applyAsInt(image)));
        }
        samples = List.copyOf(list);
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public Image read(Sample sample) {
        return images.get(sample.id()).draw();
    }

    @Override
    public String contentDigest(Sample sample) {
        return images.get(sample.id()).digest();
    }

    private static Sample sample(PhantomImage image, int label) {
        return Sample.withId(image.id())
                .group(image.group())
                .label(label)
                .metadata("modality", image.examination().modality().name())
                .metadata("anatomy", image.examination().anatomy().word())
                .build();
    }
}
