/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * The folder a user named as a dataset's root, known to be a folder with something in it.
 *
 * @param dataset the adapter's name, for messages
 * @param expected what should lie there; completes "set root to ..."
 * @param path the folder
 */
public record DatasetRoot(String dataset, String expected, Path path) {

    private static final List<String> ARCHIVES = List.of(".zip", ".tar", ".gz", ".tgz", ".7z");

    /**
     * @throws ModanException if there is no such folder, or it is empty
     */
    public DatasetRoot {
        requireNonNull(dataset, "dataset is null");
        requireNonNull(expected, "expected is null");
        requireNonNull(path, "path is null");
        if (!Files.exists(path)) {
            throw problem(dataset, expected, "there is no folder " + path + siblingHint(path));
        }
        if (!Files.isDirectory(path)) {
            throw problem(dataset, expected, path + " is a file, not a folder" + remedyFor(path));
        }
        if (visibleChildren(dataset, path).isEmpty()) {
            throw problem(dataset, expected, path + " is empty");
        }
    }

    /** Folders directly below that are not hidden, by name. */
    public List<Path> folders() {
        return children().stream().filter(Files::isDirectory).toList();
    }

    /**
     * Files directly below that are not hidden, by name. A link that leads nowhere is one, so that
     * an image does not vanish with what it links to: who reads it says that it is not there.
     */
    public List<Path> files() {
        return children().stream()
                .filter(child -> Files.isRegularFile(child) || !Files.exists(child))
                .toList();
    }

    /**
     * What lies directly below, for those who expected something else there: {@code the folders
     * Hand, HeadCT} or {@code no folders but 2 files such as a.png}.
     */
    public String contents() {
        List<String> folders = folders().stream().map(ImageFiles::nameOf).toList();
        List<Path> files = files();
        String held = folders.isEmpty() ? "no folders" : "the folders " + Few.of(folders);
        if (files.isEmpty()) {
            return held;
        }
        return "%s %s %d files such as %s"
                .formatted(
                        held,
                        folders.isEmpty() ? "but" : "and",
                        files.size(),
                        ImageFiles.nameOf(files.get(0)));
    }

    /** An error about this root that ends in what to set instead. */
    public ModanException problem(String found) {
        return problem(dataset, expected, found);
    }

    private List<Path> children() {
        return visibleChildren(dataset, path);
    }

    private static ModanException problem(String dataset, String expected, String found) {
        return new ModanException(
                ErrorCode.DATASET, "%s: %s; set root to %s".formatted(dataset, found, expected));
    }

    private static List<Path> visibleChildren(String dataset, Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !ImageFiles.isHidden(child))
                    .sorted(Comparator.comparing(ImageFiles::nameOf))
                    .toList();
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "%s: the folder %s cannot be listed; check its permissions"
                            .formatted(dataset, folder),
                    e);
        }
    }

    private static String siblingHint(Path missing) {
        Path parent = missing.getParent();
        if (parent == null || missing.getFileName() == null) {
            return "";
        }
        if (!Files.isDirectory(parent)) {
            return " (nor " + parent + ")";
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names =
                    siblings.filter(Files::isDirectory).map(ImageFiles::nameOf).sorted().toList();
            return NearestName.of(ImageFiles.nameOf(missing), names)
                    .map(name -> " (did you mean " + parent.resolve(name) + "?)")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static String remedyFor(Path file) {
        String name = ImageFiles.nameOf(file).toLowerCase(Locale.ROOT);
        if (ARCHIVES.stream().anyMatch(name::endsWith)) {
            return " (an archive: unpack it first)";
        }
        return name.endsWith(".csv") ? " (for images that a table lists use dataset manifest)" : "";
    }
}
