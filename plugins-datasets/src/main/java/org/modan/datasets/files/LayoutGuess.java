/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Guesses from a few names which dataset a folder holds, for those who named the wrong adapter, or
 * a folder too high or too deep. It looks for names and lists no folder but the root and those
 * directly below it.
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

    private static final String FOLDER = "folder";

    /** From MRNet's volumes up to the folder that holds the dataset's. */
    private static final int LEVELS = 3;

    private LayoutGuess() {}

    /**
     * Completes a sentence on what was found: {@code ; this looks like mrnet: use dataset mrnet}.
     *
     * @param asking the adapter that could not use the root, which is not suggested for it
     * @return empty text if neither the root nor a folder near it looks like anything in particular
     */
    public static String hint(DatasetRoot root, String asking) {
        Optional<String> marked = markedAs(root.path());
        if (marked.isPresent()) {
            return marked.filter(dataset -> !dataset.equals(asking))
                    .map(LayoutGuess::use)
                    .orElse("");
        }
        return near(root)
                .filter(folder -> isMarked(folder, asking))
                .findFirst()
                .map(folder -> "; %s looks like %s".formatted(folder, asking))
                .orElseGet(
                        () -> !asking.equals(FOLDER) && holdsClassFolders(root) ? use(FOLDER) : "");
    }

    private static String use(String dataset) {
        return "; this looks like %1$s: use dataset %1$s".formatted(dataset);
    }

    /** The name of the adapter by whose names a folder gives itself away. */
    private static Optional<String> markedAs(Path folder) {
        return MARKS.stream()
                .map(Mark::dataset)
                .filter(dataset -> isMarked(folder, dataset))
                .findFirst();
    }

    private static boolean isMarked(Path folder, String dataset) {
        return MARKS.stream()
                .filter(mark -> mark.dataset().equals(dataset))
                .flatMap(mark -> mark.names().stream())
                .anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Those around a root, the nearest first, and those directly in it. */
    private static Stream<Path> near(DatasetRoot root) {
        Path absolute = root.path().toAbsolutePath().normalize();
        Stream<Path> around =
                Stream.iterate(absolute.getParent(), Objects::nonNull, Path::getParent)
                        .limit(LEVELS);
        return Stream.concat(around, root.folders().stream());
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
