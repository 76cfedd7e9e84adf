/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    Map<String, Path> into(Path target) throws IOException {
        List<Path> tops = tops();
        for (int i = 0; i < tops.size(); i++) {
            copy(tops.get(i), target.resolve("copy-" + i));
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
        List<Path> files = files(source);
        Collections.reverse(files);
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Files.createDirectories(target);
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        long[] bytes = {0};
        try {
            Files.walkFileTree(
                    folder,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            files.add(file);
                            bytes[0] += attributes.size();
                            if (files.size() > MOST_FILES || bytes[0] > MOST_BYTES) {
                                throw new NotChecked(
                                        "there are more than %d files or %d MB below %s to copy"
                                                .formatted(MOST_FILES, MOST_BYTES >> 20, folder));
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new NotChecked("%s cannot be copied: %s".formatted(folder, e), e);
        }
        Collections.sort(files);
        return files;
    }
}
