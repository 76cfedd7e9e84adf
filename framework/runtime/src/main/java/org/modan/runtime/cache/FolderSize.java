/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** The room the files in a folder take. */
public final class FolderSize {

    private FolderSize() {}

    /** Bytes of all files in it and below; 0 if there is no such folder. */
    public static long of(Path folder) throws IOException {
        AtomicLong size = new AtomicLong();
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new Counter(size));
        }
        return size.get();
    }

    private static final class Counter extends SimpleFileVisitor<Path> {

        private final AtomicLong size;

        Counter(AtomicLong size) {
            this.size = size;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                size.addAndGet(attributes.size());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // deleted meanwhile: it takes no room
            }
            throw e;
        }
    }
}
