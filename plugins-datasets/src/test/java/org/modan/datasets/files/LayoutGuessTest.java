/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
    @CsvSource({
        "Dataset_BUSI_with_GT/benign/benign (1).png, Dataset_BUSI_with_GT/benign, busi, Dataset_BUSI_with_GT",
        "MRNet-v1.0/train/sagittal/0000.npy, MRNet-v1.0/train/sagittal, mrnet, MRNet-v1.0",
        "MRNet-v1.0/train/sagittal/0000.npy, MRNet-v1.0/train, mrnet, MRNet-v1.0",
        "radiology_ai/MR/mriabd/normal/1.png, radiology_ai/MR/mriabd/normal, minirin, radiology_ai",
        "ddti/1.xml, '', thyroid, ddti",
        "old/Dataset_BUSI_with_GT/benign/benign (1).png, '', busi, old"
    })
    void suggestsTheFolderAboveOrBelowThatHasTheLayoutAskedFor(
            String file, String root, String dataset, String near) throws IOException {
        write(file);

        assertThat(hint(root, dataset))
                .isEqualTo("; %s looks like %s".formatted(folder.resolve(near), dataset));
    }

    @Test
    void suggestsManifestForATableThatIsNamedAsTheRoot() throws IOException {
        Path table = Files.writeString(folder.resolve("images.csv"), "path");

        assertThatThrownBy(() -> new DatasetRoot("folder", "a folder", table))
                .hasMessage(
                        "folder: %s is a file, not a folder (for images that a table lists use dataset manifest); set root to a folder",
                        table);
    }

    @ParameterizedTest
    @CsvSource({"notes.txt", "deep/er/1.png", "scans/1.dcm"})
    void suggestsNothingForOtherRoots(String file) throws IOException {
        assertThat(hintFor(file, "other")).isEmpty();
    }

    private String hintFor(String file, String asking) throws IOException {
        write(file);
        return hint("", asking);
    }

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    private String hint(String root, String asking) {
        DatasetRoot asked = new DatasetRoot("other", "a folder", folder.resolve(root));
        return LayoutGuess.hint(asked, asking);
    }
}
