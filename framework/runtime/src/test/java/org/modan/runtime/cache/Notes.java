/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second kind of file: damaged without a text, and one text is as if it could not be read. */
record Notes() implements CacheKind {

    @Override
    public String title() {
        return "notes";
    }

    @Override
    public boolean owns(String fileName) {
        return fileName.matches("[0-9a-f]{8}\\.note");
    }

    @Override
    public String describe(Path file) throws IOException {
        String text = Files.readString(file);
        if (text.equals("locked")) {
            throw new AccessDeniedException(file.toString());
        }
        if (text.isEmpty()) {
            throw new DamagedFileException("it is empty");
        }
        return text;
    }

    @Override
    public void verify(Path file) throws IOException {
        if (!describe(file).endsWith(".")) {
            throw new DamagedFileException("it ends in the middle");
        }
    }
}
