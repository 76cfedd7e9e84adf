/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.modan.datasets.files.ImageFiles;

/**
 * Turns the paths of a table into ids, and files what is wrong with them under the rows. Whether a
 * path leaves the root is judged by its text: links below the root may lead where they like, as
 * people link archives into place.
 */
final class ManifestPaths {

    private final Path root;
    private final boolean allowOutside;
    private final ManifestProblems problems;
    private final Map<String, Long> lines = new HashMap<>();

    ManifestPaths(Path root, boolean allowOutside, ManifestProblems problems) {
        this.root = requireNonNull(root, "root is null");
        this.allowOutside = allowOutside;
        this.problems = requireNonNull(problems, "problems is null");
    }

    /**
     * The id of one image: its path below the root with forward slashes.
     *
     * @return empty if there is a problem, which has been filed
     */
    Optional<String> idOf(String path, long line) {
        if (path.isEmpty()) {
            problems.add(ManifestProblems.Kind.NO_PATH, line, "");
            return Optional.empty();
        }
        Optional<Path> file = existing(path);
        if (file.isEmpty()) {
            boolean leaves = !allowOutside && resolve(path).filter(this::isOutside).isPresent();
            problems.add(
                    leaves ? ManifestProblems.Kind.OUTSIDE : ManifestProblems.Kind.MISSING,
                    line,
                    path);
            return Optional.empty();
        }
        if (!allowOutside && isOutside(file.get())) {
            problems.add(ManifestProblems.Kind.OUTSIDE, line, path);
            return Optional.empty();
        }
        String id = idOf(file.get());
        Long first = lines.putIfAbsent(id, line);
        if (first != null) {
            problems.add(
                    ManifestProblems.Kind.TWICE, line, "%s (first on %d)".formatted(path, first));
            return Optional.empty();
        }
        return Optional.of(id);
    }

    /** The file as written, or with the separators of Windows turned round. */
    private Optional<Path> existing(String path) {
        return Stream.of(path, path.replace('\\', '/'))
                .distinct()
                .flatMap(text -> resolve(text).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private Optional<Path> resolve(String path) {
        try {
            return Optional.of(root.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean isOutside(Path file) {
        return !file.startsWith(root);
    }

    private String idOf(Path file) {
        boolean otherDrive = !Objects.equals(root.getRoot(), file.getRoot());
        return otherDrive ? file.toString() : ImageFiles.idOf(root, file);
    }
}
