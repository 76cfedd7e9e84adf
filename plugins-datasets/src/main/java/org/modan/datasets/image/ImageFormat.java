/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The file formats that can be read, told apart by their first bytes rather than by their name. */
enum ImageFormat {
    PNG("png", 8300, "89504e470d0a1a0a"),
    JPEG("jpeg", 600, "ffd8ff"),
    TIFF("tiff", 2800, "49492a00", "4d4d002a"),
    BMP("bmp", 300, "424d"),
    GIF("gif", 2800, "47494638");

    private static final int SHOWN_BYTES = 12;
    private static final int DICOM_PREAMBLE = 128;
    private static final byte[] DICOM_PREFIX = {'D', 'I', 'C', 'M'};

    private final String readerName;
    private final int pixelsPerByte;
    private final List<byte[]> signatures;

    ImageFormat(String readerName, int pixelsPerByte, String... signatures) {
        this.readerName = readerName;
        this.pixelsPerByte = pixelsPerByte;
        this.signatures = Arrays.stream(signatures).map(HexFormat.of()::parseHex).toList();
    }

    /** The name under which the JDK knows a reader. */
    String readerName() {
        return readerName;
    }

    /**
     * How many pixels a byte of a file holds at the very most, in an image of one colour: deflate
     * makes 1032 bytes of one, of 8 pixels each in a bilevel PNG; LZW makes 4096 bytes of 12 bits;
     * a block of a JPEG, of 64 pixels, takes at least a bit.
     */
    int pixelsPerByte() {
        return pixelsPerByte;
    }

    static Optional<ImageFormat> of(byte[] file) {
        return Arrays.stream(values()).filter(format -> format.starts(file)).findFirst();
    }

    private boolean starts(byte[] file) {
        return signatures.stream().anyMatch(signature -> starts(file, signature));
    }

    private static boolean starts(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    /**
     * What a file that is no image is known by: DICOM, or its beginning, as text where it is text.
     */
    static String describeStart(byte[] file) {
        if (isDicom(file)) {
            return "it is DICOM; export it as PNG or TIFF";
        }
        byte[] start = Arrays.copyOf(file, Math.min(file.length, SHOWN_BYTES));
        String text = new String(start, StandardCharsets.US_ASCII);
        if (text.chars().allMatch(ImageFormat::isText)) {
            return "it starts with the text '%s'".formatted(text.replaceAll("\\s", " ").strip());
        }
        return "it starts with the bytes " + HexFormat.ofDelimiter(" ").formatHex(start);
    }

    /** DICOM PS3.10, section 7.1: a preamble of 128 bytes of any content, then the prefix. */
    private static boolean isDicom(byte[] file) {
        int end = DICOM_PREAMBLE + DICOM_PREFIX.length;
        return file.length >= end
                && Arrays.equals(file, DICOM_PREAMBLE, end, DICOM_PREFIX, 0, DICOM_PREFIX.length);
    }

    private static boolean isText(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || (character >= ' ' && character < 0x7f);
    }
}
