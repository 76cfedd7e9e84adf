/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.nio.file.Path;
import java.util.Map;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Opens datasets as the host does: from what a configuration file holds. */
public final class Opening {

    private Opening() {}

    public static DatasetAdapter open(
            DatasetAdapterFactory factory, Map<String, ?> raw, PluginContext context) {
        Options options =
                factory.options()
                        .resolve(
                                raw,
                                Path.of("."),
                                problem -> {
                                    throw new IllegalArgumentException(
                                            problem.option() + " " + problem.message());
                                });
        return factory.open(options, context);
    }

    public static DatasetAdapter open(DatasetAdapterFactory factory, Map<String, ?> raw) {
        return open(factory, raw, new RecordingPluginContext());
    }
}
