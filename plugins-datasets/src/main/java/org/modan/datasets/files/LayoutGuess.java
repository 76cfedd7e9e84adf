/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Guesses from a few names which dataset a folder holds, for those who named the wrong adapter. It
 * looks for names and lists no folder but the root and those directly below it.
 */
public final class LayoutGuess {

    /** A dataset, and the names of which any one below a root gives it away. */
    private record Mark(String dataset, List<String> names) {}

    private static final List<Mark> MARKS =
            List.of(
                    new Mark("busi", List.of("Dataset_BUSI_with_GT", "benign/benign (1).png")),
                    new Mark(
                            "mrnet",
                            List.of(
                                    "MRNet-v1.0",
                                    "train-acl.csv",
                                    "train/sagittal",
                                    "train/coronal",
                                    "train/axial",
                                    "valid/sagittal",
                                    "valid/coronal",
                                    "valid/axial")),
                    new Mark(
                            "minirin",
                            List.of(
                                    "radiology_ai",
                                    "RadiologyAI_train.csv",
                                    "MR/mriabd",
                                    "CT/abd",
                                    "US/gb")),
                    new Mark("thyroid", List.of("1.xml", "92.xml")),
                    new Mark("manifest", List.of("manifest.csv")));

    private LayoutGuess() {}

    /**
     * Completes a sentence on what was found: {@code ; this looks like mrnet: use dataset mrnet}.
     *
     * @param asking the adapter that could not use the root, which is not suggested
     * @return empty text if the root looks like nothing in particular
     */
    public static String hint(DatasetRoot root, String asking) {
        return of(root).filter(dataset -> !dataset.equals(asking))
                .map(dataset -> "; this looks like %s: use dataset %s".formatted(dataset, dataset))
                .orElse("");
    }

    /** The name of the adapter that a root looks made for. */
    static Optional<String> of(DatasetRoot root) {
        return MARKS.stream()
                .filter(mark -> mark.names().stream().anyMatch(name -> holds(root, name)))
                .map(Mark::dataset)
                .findFirst()
                .or(() -> holdsClassFolders(root) ? Optional.of("folder") : Optional.empty());
    }

    private static boolean holds(DatasetRoot root, String name) {
        return Files.exists(root.path().resolve(name));
    }

    private static boolean holdsClassFolders(DatasetRoot root) {
        return root.folders().stream().anyMatch(folder -> holdsImages(root, folder));
    }

    private static boolean holdsImages(DatasetRoot root, Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (ImageFiles.isImage(file)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
