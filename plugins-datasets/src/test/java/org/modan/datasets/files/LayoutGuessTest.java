/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutGuessTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "benign/benign (1).png, busi",
        "Dataset_BUSI_with_GT/benign/benign (1).png, busi",
        "valid/coronal/1130.npy, mrnet",
        "MRNet-v1.0/train-acl.csv, mrnet",
        "radiology_ai/CT/abd/normal/1.png, minirin",
        "MR/mriabd/normal/1.png, minirin",
        "1.xml, thyroid",
        "Hand/000001.jpeg, folder"
    })
    void suggestsTheAdapterWhoseLayoutARootHas(String file, String dataset) throws IOException {
        assertThat(hintFor(file, "other"))
                .isEqualTo("; this looks like %s: use dataset %s".formatted(dataset, dataset));
        assertThat(hintFor(file, dataset)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"notes.txt", "deep/er/1.png", "scans/1.dcm"})
    void suggestsNothingForOtherRoots(String file) throws IOException {
        assertThat(hintFor(file, "other")).isEmpty();
    }

    private String hintFor(String file, String asking) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        return LayoutGuess.hint(new DatasetRoot("other", "a folder", folder), asking);
    }
}
