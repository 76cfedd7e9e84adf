/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The file formats that can be read, told apart by their first bytes rather than by their name. */
enum ImageFormat {
    PNG("png", "89504e470d0a1a0a"),
    JPEG("jpeg", "ffd8ff"),
    BMP("bmp", "424d"),
    GIF("gif", "47494638");

    private static final int SHOWN_BYTES = 12;

    private final String readerName;
    private final byte[] signature;

    ImageFormat(String readerName, String signature) {
        this.readerName = readerName;
        this.signature = HexFormat.of().parseHex(signature);
    }

    /** The name under which the JDK knows a reader. */
    String readerName() {
        return readerName;
    }

    static Optional<ImageFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.starts(file)).findFirst();
    }

    private boolean starts(byte[] file) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    /** The beginning of a file that is no image, as text where it is text. */
    static String describeStart(byte[] file) {
        byte[] start = Arrays.copyOf(file, Math.min(file.length, SHOWN_BYTES));
        String text = new String(start, StandardCharsets.US_ASCII);
        if (text.chars().allMatch(ImageFormat::isText)) {
            return "it starts with the text '%s'".formatted(text.replaceAll("\\s", " ").strip());
        }
        return "it starts with the bytes " + HexFormat.ofDelimiter(" ").formatHex(start);
    }

    private static boolean isText(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || (character >= ' ' && character < 0x7f);
    }
}
