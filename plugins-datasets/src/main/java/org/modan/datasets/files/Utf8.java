/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out whether bytes are UTF-8, and if not, where they stop being it: a reader that replaces
 * what it does not understand would make two patients called M\u00fcller and M\u00f6ller one.
 */
final class Utf8 {

    private static final int CHUNK = 1 << 16;

    private Utf8() {}

    /**
     * What keeps a stream from being UTF-8 text; empty if nothing does. The stream is read to its
     * end, or to the first such place.
     */
    static Optional<String> problemOf(InputStream in) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer text = CharBuffer.allocate(CHUNK);
        long line = 1;
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(bytes, text, end);
            text.flip();
            while (text.hasRemaining()) {
                char character = text.get();
                if (character == 0) {
                    return Optional.of(
                            "line %d holds a zero byte, as UTF-16 text or a damaged file does"
                                    .formatted(line));
                }
                line += character == '\n' ? 1 : 0;
            }
            if (result.isError()) {
                return Optional.of(
                        "line %d is not UTF-8 (byte 0x%02X)"
                                .formatted(line, bytes.get(bytes.position())));
            }
            text.clear();
            bytes.compact();
        }
        return Optional.empty();
    }
}
