/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.modan.contract.NotChecked;

/**
 * Copies what lies at some places to another folder, if it is not much. What lies one below the
 * other stays so, and beside a file its whole folder is copied, as a list may name what lies there.
 */
final class FileCopy {

    static final int MOST_FILES = 2_000;
    static final long MOST_BYTES = 64L << 20;

    private final Map<String, Path> places;

    /**
     * @param places files and folders, by any name
     */
    FileCopy(Map<String, Path> places) {
        this.places = new TreeMap<>(places);
    }

    /**
     * Copies it all.
     *
     * @return where the places are then, by the same names
     * @throws NotChecked if it is too much, or cannot be read
     */
    Map<String, Path> into(Path target) {
        List<Path> tops = tops();
        for (int i = 0; i < tops.size(); i++) {
            try {
                copy(tops.get(i), target.resolve("copy-" + i));
            } catch (IOException e) {
                throw new NotChecked("%s cannot be copied: %s".formatted(tops.get(i), e), e);
            }
        }
        Map<String, Path> copies = new TreeMap<>();
        places.forEach(
                (name, place) -> {
                    int number = numberOfTop(tops, place);
                    Path below = tops.get(number).relativize(place);
                    copies.put(name, target.resolve("copy-" + number).resolve(below));
                });
        return copies;
    }

    /** The folders to copy, none of which is below another. */
    private List<Path> tops() {
        List<Path> folders =
                places.values().stream().map(FileCopy::folderOf).distinct().sorted().toList();
        return folders.stream()
                .filter(
                        folder ->
                                folders.stream()
                                        .noneMatch(
                                                other ->
                                                        !other.equals(folder)
                                                                && folder.startsWith(other)))
                .toList();
    }

    private static Path folderOf(Path place) {
        return Files.isDirectory(place) || place.getParent() == null ? place : place.getParent();
    }

    private static int numberOfTop(List<Path> tops, Path place) {
        for (int i = 0; i < tops.size(); i++) {
            if (place.startsWith(tops.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException(place + " is below none of " + tops);
    }

    /** The last first, so that a file system that lists by age lists in another order. */
    private static void copy(Path source, Path target) throws IOException {
        FewFiles found = new FewFiles(source);
        Files.walkFileTree(
                source, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
        List<Path> paths = new ArrayList<>(found.paths);
        Collections.sort(paths, Comparator.reverseOrder());
        for (Path path : paths) {
            Path copy = target.resolve(source.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
                Files.setLastModifiedTime(copy, anHourBefore(path));
            }
        }
    }

    /** Never the file's own, which a copy made in the same moment could have. */
    private static FileTime anHourBefore(Path file) throws IOException {
        long time = Files.getLastModifiedTime(file).toMillis();
        return FileTime.fromMillis(time - Duration.ofHours(1).toMillis());
    }

    /** Gathers what is below a folder, and stops where it is much. */
    private static final class FewFiles extends SimpleFileVisitor<Path> {

        private final Path start;
        private final List<Path> paths = new ArrayList<>();
        private long bytes;

        FewFiles(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            paths.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // A pipe has no end.
            if (!attributes.isOther()) {
                paths.add(file);
                bytes += attributes.size();
            }
            if (paths.size() > MOST_FILES || bytes > MOST_BYTES) {
                throw new NotChecked(
                        "there are more than %d files or %d MB below %s to copy"
                                .formatted(MOST_FILES, MOST_BYTES >> 20, start));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
