/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.modan.runtime.data.FeatureTable;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.Encoder;
import org.modan.spi.FeatureSet;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;

/**
 * The feature vectors of a run's datasets under its encoders, each computed once and kept in the
 * output folder: all repeats, folds and probes read the same, and so do later runs.
 */
public final class FeatureSource {

    /** Below the output folder. */
    static final String FOLDER = "features";

    private static final int DIGITS = 16;

    /** Features that are in memory, with all their samples know. */
    private record Held(Map<String, String> origin, String index, FeatureSet features) {}

    private final Path folder;
    private final MadeEncoders encoders;
    private final ImageSource images;
    private final ComputeDevice device;
    private final RunListener listener;

    /** One set only: evaluations of one encoder on one dataset follow each other. */
    private Optional<Held> held = Optional.empty();

    /**
     * @param output folder of the run
     */
    public FeatureSource(
            Path output,
            MadeEncoders encoders,
            ImageSource images,
            ComputeDevice device,
            RunListener listener) {
        this.folder = output.resolve(FOLDER);
        this.encoders = requireNonNull(encoders, "encoders is null");
        this.images = requireNonNull(images, "images is null");
        this.device = requireNonNull(device, "device is null");
        this.listener = requireNonNull(listener, "listener is null");
    }

    /**
     * The features of all images of a dataset, a task's or the corpus, with its samples.
     *
     * @param cell that made the encoder
     * @throws ModanException with {@code TRAINING} if there is no such encoder, or it gives none
     */
    public FeatureSet features(PretrainCell cell, OpenDataset dataset) {
        Map<String, String> origin = origin(cell, dataset);
        String index = dataset.digest().index();
        Optional<FeatureSet> same =
                held.filter(one -> one.origin().equals(origin) && one.index().equals(index))
                        .map(Held::features);
        if (same.isPresent()) {
            return same.get();
        }
        held = Optional.empty(); // its memory is wanted
        FeatureSet features = load(cell, dataset, origin);
        held = Optional.of(new Held(origin, index, features));
        return features;
    }

    private FeatureSet load(PretrainCell cell, OpenDataset dataset, Map<String, String> origin) {
        Path path = folder.resolve(name(cell, dataset));
        FeatureFile file = new FeatureFile(path, origin);
        try {
            Optional<FeatureSet> kept = file.read(dataset.samples());
            if (kept.isPresent()) {
                return kept.get();
            }
        } catch (FeatureFile.Damaged e) {
            listener.warning(
                    "%s is damaged (%s) and is made again".formatted(path, e.getMessage()));
        }
        return compute(cell, dataset, file);
    }

    private FeatureSet compute(PretrainCell cell, OpenDataset dataset, FeatureFile file) {
        ImageSet pixels = images.images(dataset, cell.imageFormat());
        try (NDManager manager = NDManager.newBaseManager(device.start())) {
            Encoder encoder = Encoders.create(cell.encoder());
            encoders.weights(cell).loadInto(encoder, manager);
            float[] values =
                    new FrozenEncoder(encoder, manager)
                            .features(
                                    pixels,
                                    done -> listener.features(dataset.name(), done, pixels.size()));
            file.write(values, encoder.features());
            return new FeatureTable(dataset.samples(), encoder.features(), values);
        }
    }

    /** An encoder that was not trained has one key at all sizes of images. */
    private static String name(PretrainCell cell, OpenDataset dataset) {
        return "%s-%s-%dpx.safetensors"
                .formatted(
                        cell.key().folder(),
                        dataset.digest().images().substring(0, DIGITS),
                        cell.imageFormat().size());
    }

    private Map<String, String> origin(PretrainCell cell, OpenDataset dataset) {
        ImageFormat format = cell.imageFormat();
        Map<String, String> origin = new TreeMap<>();
        origin.put("encoder", cell.key().digest());
        origin.put("encoder-digest", encoders.digest(cell));
        origin.put("dataset-digest", dataset.digest().images());
        origin.put("image-size", Integer.toString(format.size()));
        origin.put("channels", Integer.toString(format.channels()));
        return origin;
    }
}
