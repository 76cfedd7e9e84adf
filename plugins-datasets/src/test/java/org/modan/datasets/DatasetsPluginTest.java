/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Plugin;

class DatasetsPluginTest {

    @Test
    void isFoundAsAServiceWithItsDatasets() {
        List<Plugin> plugins =
                ServiceLoader.load(Plugin.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(plugin -> plugin.id().equals("datasets"))
                        .toList();

        assertThat(plugins).hasSize(1);
        assertThat(plugins.get(0).datasetAdapters())
                .extracting(DatasetAdapterFactory::name)
                .contains("folder", "manifest", "busi", "thyroid", "minirin", "mrnet", "phantom");
        assertThat(plugins.get(0).datasetAdapters())
                .allSatisfy(factory -> assertThat(factory.summary()).endsWith("."));
    }
}
