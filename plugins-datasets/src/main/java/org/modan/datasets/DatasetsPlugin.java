/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.util.List;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.folder.FolderDatasetFactory;
import org.modan.datasets.manifest.ManifestDatasetFactory;
import org.modan.datasets.minirin.MinirinDatasetFactory;
import org.modan.datasets.mrnet.MrnetDatasetFactory;
import org.modan.datasets.phantom.PhantomDatasetFactory;
import org.modan.datasets.thyroid.ThyroidDatasetFactory;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Plugin;

/** Public datasets in their published layouts, the generic folder, and generated phantoms. */
public final class DatasetsPlugin implements Plugin {

    @Override
    public String id() {
        return "datasets";
    }

    @Override
    public List<DatasetAdapterFactory> datasetAdapters() {
        return List.of(
                new FolderDatasetFactory(),
                new ManifestDatasetFactory(),
                new BusiDatasetFactory(),
                new ThyroidDatasetFactory(),
                new MinirinDatasetFactory(),
                new MrnetDatasetFactory(),
                new PhantomDatasetFactory());
    }
}
