/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Which files are taken for images, by name alone. */
public final class ImageFiles {

    /** Extensions of images that can be read, in lower case. */
    public static final List<String> EXTENSIONS =
            List.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

    private ImageFiles() {}

    public static boolean isImage(Path file) {
        return !isHidden(file) && EXTENSIONS.contains(extension(file));
    }

    /** Whether a file or folder is of an operating system's making rather than the dataset's. */
    public static boolean isHidden(Path path) {
        String name = nameOf(path);
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    /** What follows the last dot of the name, in lower case; empty if there is none. */
    public static String extension(Path file) {
        String name = nameOf(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The last name of a path; empty for a file system's root. */
    public static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /** The path below a root with forward slashes: an id that is the same on every platform. */
    public static String idOf(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
