/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.modan.datasets.files.DatasetRoot;
import org.modan.datasets.files.Few;
import org.modan.datasets.files.ImageFiles;
import org.modan.datasets.files.LayoutGuess;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Where the table lies and where its paths start.
 *
 * @param table the CSV file, which exists
 * @param root the folder that paths in it start from, absolute
 */
record ManifestLocation(Path table, Path root) {

    private static final String USUAL_NAME = "manifest.csv";

    ManifestLocation {
        requireNonNull(table, "table is null");
        requireNonNull(root, "root is null");
    }

    /**
     * Finds both from one or both of the options.
     *
     * @param root a folder, or the table itself
     * @param file the table
     * @throws ModanException if there is no table, or more than one might be meant
     */
    static ManifestLocation of(Optional<Path> root, Optional<Path> file) {
        if (file.isPresent()) {
            Path table = existing(file.get(), "file");
            return new ManifestLocation(
                    table, root.map(ManifestLocation::folder).orElseGet(() -> parentOf(table)));
        }
        Path given =
                root.orElseThrow(
                        () ->
                                problem(
                                        "where is the table? Set root to the CSV file or its folder"));
        if (Files.isRegularFile(given)) {
            return new ManifestLocation(given, parentOf(given));
        }
        return new ManifestLocation(tableIn(folder(given)), given);
    }

    private static Path tableIn(Path folder) {
        Path usual = folder.resolve(USUAL_NAME);
        if (Files.isRegularFile(usual)) {
            return usual;
        }
        List<Path> tables =
                rootOf(folder).files().stream()
                        .filter(file -> ImageFiles.extension(file).equals("csv"))
                        .toList();
        if (tables.size() == 1) {
            return tables.get(0);
        }
        DatasetRoot root = rootOf(folder);
        String found =
                tables.isEmpty()
                        ? root.contents()
                        : "%d: %s"
                                .formatted(
                                        tables.size(),
                                        Few.of(tables.stream().map(ImageFiles::nameOf).toList()));
        throw problem(
                "expected a CSV file in %s, one or called %s, found %s%s; set file to the one that lists the images"
                        .formatted(folder, USUAL_NAME, found, LayoutGuess.hint(root, "manifest")));
    }

    private static Path folder(Path root) {
        return rootOf(root).path();
    }

    private static DatasetRoot rootOf(Path folder) {
        return new DatasetRoot(
                "manifest", "the folder that the paths in the table start from", folder);
    }

    private static Path existing(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw problem(
                    "there is no file %s; set %s to the CSV file that lists the images"
                            .formatted(file, option));
        }
        return file;
    }

    private static Path parentOf(Path table) {
        return requireNonNull(
                table.toAbsolutePath().normalize().getParent(), "a file has a folder");
    }

    private static ModanException problem(String text) {
        return new ModanException(ErrorCode.DATASET, "manifest: " + text);
    }
}
