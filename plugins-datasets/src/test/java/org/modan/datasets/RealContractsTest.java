/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.folder.FolderDatasetFactory;
import org.modan.datasets.thyroid.ThyroidDatasetFactory;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.testkit.DatasetContractTest;
import org.modan.testkit.SharedFolder;

/** The datasets keep what every plugin's must, on the images that people have. */
@Tag("realdata")
class RealContractsTest {

    @Nested
    class Busi extends DatasetContractTest {
        @Override
        protected DatasetAdapterFactory factory() {
            return new BusiDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", data("busi-256"), "crop", "lesion");
        }
    }

    @Nested
    class Thyroid extends DatasetContractTest {
        @Override
        protected DatasetAdapterFactory factory() {
            return new ThyroidDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", data("ddti"));
        }
    }

    @Nested
    class MedNist extends DatasetContractTest {
        @Override
        protected DatasetAdapterFactory factory() {
            return new FolderDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", data("mednist/MedNIST"));
        }
    }

    private static String data(String folder) {
        Path path = SharedFolder.data().resolve(folder);
        return path.toString();
    }
}
