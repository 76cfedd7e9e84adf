/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.testkit.DatasetContractTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The dataset keeps what every dataset must, on made-up images. */
class ClinicContractTest extends DatasetContractTest {

    @TempDir private Path root;

    @BeforeEach
    void writeImages() throws IOException {
        GeneratedClinic.write(root, 1, 6, 1);
    }

    @Override
    protected DatasetAdapterFactory factory() {
        return new ClinicDatasetFactory();
    }

    @Override
    protected Map<String, ?> options() {
        return Map.of("root", root.toString(), "anatomy", "breast");
    }
}
