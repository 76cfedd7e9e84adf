/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.contract.Check;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/** That an image has the same pixels whenever and by however many threads it is read. */
final class ReadingChecks {

    private final DatasetOpening opening;

    ReadingChecks(DatasetOpening opening) {
        this.opening = requireNonNull(opening, "opening is null");
    }

    List<Check> checks() {
        return List.of(
                new Check("its images can be read", this::canBeRead),
                new Check("read twice, an image has the same pixels", this::readTwice),
                new Check("an image keeps its pixels while others are read", this::keepsPixels),
                new Check("several threads at once read what one reads", this::readByThreads),
                new Check(
                        "opened twice and closed once, it reads the same pixels",
                        this::openedTwice));
    }

    private void canBeRead() {
        try (DatasetAdapter adapter = opening.open()) {
            SeenImages.read(adapter, picked(adapter));
        }
    }

    private void readTwice() {
        try (DatasetAdapter adapter = opening.open()) {
            SeenImages first = SeenImages.read(adapter, picked(adapter));
            first.requireSame(SeenImages.read(adapter, picked(adapter)), "was read a second time");
        }
    }

    private void keepsPixels() {
        try (DatasetAdapter adapter = opening.open()) {
            Map<String, Image> images = new LinkedHashMap<>();
            Map<String, SeenImage> seen = new LinkedHashMap<>();
            for (Sample sample : picked(adapter)) {
                Image image = SeenImage.image(adapter, sample);
                images.put(sample.id(), image);
                seen.put(sample.id(), SeenImage.of(image));
            }
            Map<String, SeenImage> now = new LinkedHashMap<>();
            images.forEach((id, image) -> now.put(id, SeenImage.of(image)));
            new SeenImages(seen)
                    .requireSame(
                            new SeenImages(now),
                            "changed when others were read (an Image keeps the array it is made of, so make a new one for each)");
        }
    }

    private void readByThreads() throws InterruptedException {
        try (DatasetAdapter adapter = opening.open()) {
            List<Sample> samples = picked(adapter);
            SeenImages alone = SeenImages.read(adapter, samples);
            for (SeenImages seen : new ThreadedReading(adapter, samples).run()) {
                alone.requireSame(seen, "was read by several threads at once");
            }
        }
    }

    private void openedTwice() {
        try (DatasetAdapter second = opening.open()) {
            SeenImages before;
            try (DatasetAdapter first = opening.open()) {
                before = SeenImages.read(first, picked(first));
            }
            before.requireSame(
                    SeenImages.read(second, picked(second)),
                    "was read of a second opening, after the first was closed");
        }
    }

    private static List<Sample> picked(DatasetAdapter adapter) {
        return ImagePick.of(DatasetIndex.of(adapter).samples());
    }
}
