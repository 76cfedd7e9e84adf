/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.util.Map;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.testkit.RecordingPluginContext;

/** Opens a dataset that a test has painted. */
public record PaintedFactory(PaintedDataset dataset) implements DatasetAdapterFactory {

    /** Opens it as the host would. */
    public static OpenDataset open(PaintedDataset dataset) {
        Options none = OptionSpec.none().resolve(Map.of(), null, problem -> {});
        return new DatasetOpener()
                .open(
                        "corpus",
                        "painted",
                        new PaintedFactory(dataset),
                        none,
                        new RecordingPluginContext());
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
