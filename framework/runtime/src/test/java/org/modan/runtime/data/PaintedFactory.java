/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.nio.file.Path;
import java.util.Map;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.runtime.plugin.Offered;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Opens a dataset that a test has painted. */
public record PaintedFactory(PaintedDataset dataset) implements DatasetAdapterFactory {

    /** Opens it as the host would. */
    public static OpenDataset open(PaintedDataset dataset) {
        return open(dataset, Path.of("no-cache"), OnBadImage.FAIL, new RecordingPluginContext());
    }

    /**
     * @param cache remembers which images can be decoded
     */
    static OpenDataset open(
            PaintedDataset dataset, Path cache, OnBadImage onBadImage, PluginContext context) {
        return open(new PaintedFactory(dataset), cache, onBadImage, context);
    }

    static OpenDataset open(
            DatasetAdapterFactory factory,
            Path cache,
            OnBadImage onBadImage,
            PluginContext context) {
        Options none = OptionSpec.none().resolve(Map.of(), null, problem -> {});
        return new DatasetOpener(cache)
                .open(
                        "corpus",
                        "painted",
                        Offered.by("painter", "1.0", factory),
                        none,
                        onBadImage,
                        context);
    }

    @Override
    public String name() {
        return "painted";
    }

    @Override
    public String summary() {
        return "Evenly grey images";
    }

    @Override
    public DatasetAdapter open(Options options, PluginContext context) {
        return dataset;
    }
}
