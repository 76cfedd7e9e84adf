/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modan.runtime.cache.DamagedFileException;
import org.modan.spi.Digests;

/**
 * Which images of a dataset could be decoded, as a file of the cache: a line with one mark an
 * image, and one with the SHA-256 of the first.
 *
 * @param images how many there are
 * @param bad positions of those that could not be decoded
 */
record DecodingVerdict(int images, SortedSet<Integer> bad) {

    static final String GOOD = "+";
    static final String BAD = "-";

    private static final String EXTENSION = ".decodable";

    /** Changes whenever other images can be decoded. */
    private static final int VERSION = 1;

    DecodingVerdict {
        bad = Collections.unmodifiableSortedSet(new TreeSet<>(bad));
    }

    /** The file for these images, read by this code. */
    static String fileName(String reader, List<String> contents) {
        return Digests.ofText(
                        "%s decodable %d"
                                .formatted(DatasetDigest.ofImages(reader, contents), VERSION))
                + EXTENSION;
    }

    /** The second line, which vouches for the first. */
    static String seal(String marks) {
        return "\n" + Digests.ofText(marks) + "\n";
    }

    String marks() {
        StringBuilder marks = new StringBuilder(GOOD.repeat(images));
        bad.forEach(position -> marks.replace(position, position + 1, BAD));
        return marks.toString();
    }

    /**
     * @throws DamagedFileException if it is not what was written
     */
    static DecodingVerdict read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String marks = text.substring(0, Math.max(0, text.indexOf('\n')));
        if (!text.equals(marks + seal(marks))) {
            throw new DamagedFileException("it does not have the checksum it was kept with");
        }
        SortedSet<Integer> bad = new TreeSet<>();
        for (int i = 0; i < marks.length(); i++) {
            if (marks.startsWith(BAD, i)) {
                bad.add(i);
            }
        }
        return new DecodingVerdict(marks.length(), bad);
    }
}
