/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.folder.FolderDatasetFactory;
import org.modan.datasets.manifest.ManifestDatasetFactory;
import org.modan.datasets.minirin.MinirinDatasetFactory;
import org.modan.datasets.mrnet.MrnetDatasetFactory;
import org.modan.datasets.phantom.PhantomDatasetFactory;
import org.modan.datasets.thyroid.ThyroidDatasetFactory;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.testkit.DatasetContractTest;

/** The datasets keep what every plugin's must. */
class BuiltInContractsTest {

    @TempDir private Path root;

    @Nested
    class Folder extends DatasetContractTest {
        @BeforeEach
        void write() {
            SmallDatasets.writeFolder(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new FolderDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of(
                    "root",
                    root.toString(),
                    "limit-per-class",
                    9,
                    "metadata",
                    Map.of("Hand", Map.of("modality", "XR")));
        }
    }

    @Nested
    class Manifest extends DatasetContractTest {
        @BeforeEach
        void write() throws IOException {
            SmallDatasets.writeManifest(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new ManifestDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", root.resolve("list.csv").toString());
        }
    }

    @Nested
    class ManifestOfAFolderAbove extends DatasetContractTest {
        @BeforeEach
        void write() throws IOException {
            SmallDatasets.writeManifest(root.resolve("archive"));
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new ManifestDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of(
                    "root",
                    root.resolve("archive").toString(),
                    "file",
                    root.resolve("archive/list.csv").toString());
        }
    }

    @Nested
    class Busi extends DatasetContractTest {
        @BeforeEach
        void write() {
            SmallDatasets.writeBusi(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new BusiDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", root.toString(), "normal", "separate");
        }
    }

    @Nested
    class BusiCropped extends DatasetContractTest {
        @BeforeEach
        void write() {
            SmallDatasets.writeBusi(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new BusiDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", root.toString(), "crop", "lesion", "margin", 0);
        }
    }

    @Nested
    class Thyroid extends DatasetContractTest {
        @BeforeEach
        void write() throws IOException {
            SmallDatasets.writeThyroid(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new ThyroidDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", root.toString(), "unlabelled", "keep");
        }
    }

    @Nested
    class Mrnet extends DatasetContractTest {
        @BeforeEach
        void write() throws IOException {
            SmallDatasets.writeMrnet(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new MrnetDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", root.toString(), "slices", List.of("all"));
        }
    }

    @Nested
    class MrnetOfListedSlices extends DatasetContractTest {
        @BeforeEach
        void write() throws IOException {
            SmallDatasets.writeSliceList(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new MrnetDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of(
                    "root", root.toString(), "slice-list", root.resolve("acl.csv").toString());
        }
    }

    @Nested
    class Minirin extends DatasetContractTest {
        @BeforeEach
        void write() {
            SmallDatasets.writeMinirin(root);
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new MinirinDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of(
                    "root",
                    root.toString(),
                    "per-class",
                    5,
                    "write-manifest",
                    root.resolve("selection.csv").toString());
        }
    }

    @Nested
    class Phantom extends DatasetContractTest {
        @Override
        protected DatasetAdapterFactory factory() {
            return new PhantomDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("size", 16);
        }
    }

    @Nested
    class PhantomLesions extends DatasetContractTest {
        @Override
        protected DatasetAdapterFactory factory() {
            return new PhantomDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("task", "lesion", "size", 16);
        }
    }
}
