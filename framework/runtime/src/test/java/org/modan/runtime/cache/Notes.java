/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second kind of file: whole if it has a line, damaged without one. */
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
