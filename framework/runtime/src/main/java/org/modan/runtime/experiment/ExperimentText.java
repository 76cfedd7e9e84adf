/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.modan.runtime.experiment.section.ProblemCollector;
import org.modan.runtime.experiment.yaml.Origin;

/** Reads the text of an experiment file. */
final class ExperimentText {

    private static final int LARGEST = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Origin origin;
    private final ProblemCollector problems;

    /**
     * @param file to read
     * @param origin what messages call it
     */
    ExperimentText(Path file, Origin origin, ProblemCollector problems) {
        this.file = file;
        this.origin = origin;
        this.problems = problems;
    }

    /** Empty if it cannot be read, which is reported. */
    Optional<String> read() {
        if (Files.isDirectory(file)) {
            return refuse("is a folder; name the experiment file in it");
        }
        if (!Files.exists(file)) {
            return refuse("does not exist; check the path of the experiment file");
        }
        try {
            if (Files.size(file) > LARGEST) {
                return refuse("is larger than 1 MiB, so it is no experiment file");
            }
            return decode(Files.readAllBytes(file));
        } catch (IOException e) {
            return refuse("cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private Optional<String> refuse(String message) {
        problems.add(Origin.of(origin.source(), origin.base()), "", message);
        return Optional.empty();
    }

    private Optional<String> decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(input, output, true);
        String text = output.flip().toString();
        if (result.isError()) {
            report(
                    text,
                    text.length(),
                    "is not UTF-8 text (byte 0x%02X); save the file as UTF-8"
                            .formatted(bytes[input.position()]));
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && "\t\n\r".indexOf(text.charAt(i)) < 0) {
                report(
                        text,
                        i,
                        "has a control character (U+%04X); remove it"
                                .formatted((int) text.charAt(i)));
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    private void report(String text, int position, String message) {
        long breaks = text.substring(0, position).chars().filter(c -> c == '\n').count();
        problems.add(origin.at((int) breaks + 1, 1), "", message);
    }
}
