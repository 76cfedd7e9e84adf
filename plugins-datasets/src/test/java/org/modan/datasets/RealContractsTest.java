/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
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

    /** Of some images of each class, as the suite copies no folder of many thousands. */
    @Nested
    class MedNist extends DatasetContractTest {

        private static final int IMAGES = 100;

        @TempDir private Path few;

        @BeforeEach
        void copySome() throws IOException {
            for (Path folder : sorted(SharedFolder.data().resolve("mednist/MedNIST"))) {
                Path copied = Files.createDirectory(few.resolve(folder.getFileName()));
                for (Path image : sorted(folder).subList(0, IMAGES)) {
                    Files.copy(image, copied.resolve(image.getFileName()));
                }
            }
        }

        @Override
        protected DatasetAdapterFactory factory() {
            return new FolderDatasetFactory();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("root", few.toString());
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static String data(String folder) {
        Path path = SharedFolder.data().resolve(folder);
        return path.toString();
    }
}
