/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;

/**
 * Collects the images below a folder, however deep; symbolic links are followed, as people link
 * datasets into place.
 */
public final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path start;
    private final FileTally others;
    private final List<Path> images = new ArrayList<>();

    private FolderWalk(Path start, FileTally others) {
        this.start = start;
        this.others = others;
    }

    /**
     * @param others counts what is no image
     * @return files in no particular order
     * @throws ModanException if something below cannot be read
     */
    public static List<Path> imagesBelow(Path folder, FileTally others) {
        FolderWalk walk = new FolderWalk(folder, others);
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    ("cannot read %s; check its permissions and, if it is a link, where it"
                                    + " leads")
                            .formatted(e.getMessage()),
                    e);
        }
        return walk.images;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!folder.equals(start) && ImageFiles.isHidden(folder)) {
            others.add(folder);
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        // A pipe or a socket has no end: reading it would wait for ever.
        if (ImageFiles.isImage(file) && !attributes.isOther()) {
            images.add(file);
        } else {
            others.add(file);
        }
        return FileVisitResult.CONTINUE;
    }
}
