/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.cell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.modan.nn.internal.weights.AtomicFile;

/** Writes files so that a reader, or a machine that lost power, finds the old text or the new. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /** Writes a text; a file that holds it already is left alone, and keeps its time. */
    public static void write(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        new AtomicFile(file).write(List.of(ByteBuffer.wrap(content)));
    }
}
