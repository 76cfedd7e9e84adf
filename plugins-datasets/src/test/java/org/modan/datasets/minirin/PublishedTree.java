/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.minirin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a tree of RadImageNet's layout, of 165 classes. The names of MR's classes and of those of
 * CT and US that are known are the published ones; which of the others there are is not, so
 * numbered ones stand in for them. Only four classes are small, so that up to a hundred of each
 * come to 16,222.
 */
final class PublishedTree {

    static final int CLASSES = 165;
    static final int SELECTED = 16_222;

    /** Images in the classes that have fewer than a hundred: 278 below four hundred. */
    private static final int[] SMALL = {9, 23, 37, 53};

    private PublishedTree() {}

    /**
     * Files without content: opening a dataset reads none.
     *
     * @return how many there are
     */
    static int write(Path home) throws IOException {
        List<String> classes = classes();
        int files = 0;
        for (int i = 0; i < classes.size(); i++) {
            Path folder = Files.createDirectories(home.resolve(classes.get(i)));
            int images = i % 40 == 7 && i / 40 < SMALL.length ? SMALL[i / 40] : 100 + i % 7;
            for (int image = 0; image < images; image++) {
                Files.createFile(folder.resolve("%s%06d.png".formatted(stem(folder), image * 37)));
            }
            files += images;
        }
        return files;
    }

    /** All class folders below {@code radiology_ai}. */
    static List<String> classes() throws IOException {
        try (InputStream in = PublishedTree.class.getResourceAsStream("radimagenet-classes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String stem(Path folder) {
        return folder.getParent().getFileName().toString();
    }
}
