/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Damages jars the ways that disks and downloads do. */
public final class CorruptJar {

    private CorruptJar() {}

    /** Cuts a jar to half its length, as a broken download leaves it. */
    public static Path truncate(Path jar) {
        try {
            byte[] bytes = Files.readAllBytes(jar);
            return Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flips the bits of one byte in the data of the jar's first entry; the directory stays. */
    public static Path flipByte(Path jar) {
        try {
            byte[] bytes = Files.readAllBytes(jar);
            int nameLength = (bytes[26] & 0xff) | (bytes[27] & 0xff) << 8;
            int extraLength = (bytes[28] & 0xff) | (bytes[29] & 0xff) << 8;
            int thirdByteOfData = 30 + nameLength + extraLength + 2;
            bytes[thirdByteOfData] ^= (byte) 0xff;
            return Files.write(jar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text file that calls itself a jar. */
    public static Path text(Path folder, String fileName) {
        try {
            Files.createDirectories(folder);
            return Files.writeString(folder.resolve(fileName), "404: page not found\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
