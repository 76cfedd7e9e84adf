/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

/**
 * What the markers of a JPEG file say of its colours, as far as the JDK's reader needs to be told:
 * it does not convert the four inks of a printer's file by itself.
 *
 * @param components how many channels the file has; 0 if no frame starts before its first scan
 * @param ycc whether Adobe's marker says that the first three of them are YCbCr
 */
record JpegHeader(int components, boolean ycc) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int ADOBE = 0xEE;
    private static final int TRANSFORM = 11;
    private static final int YCCK = 2;

    /** Reads the markers before the first scan; what is damaged there is left to the decoder. */
    static JpegHeader of(byte[] file) {
        int components = 0;
        boolean ycc = false;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == START_OF_SCAN || at + 2 + length > file.length) {
                break;
            }
            int body = at + 4;
            if (isFrame(marker) && length >= 8) {
                components = file[body + 5] & 0xFF;
            } else if (marker == ADOBE && isAdobe(file, body, length)) {
                ycc = file[body + TRANSFORM] == YCCK;
            }
            at += 2 + length;
        }
        return new JpegHeader(components, ycc);
    }

    /** SOF0 to SOF15, without the tables (DHT, JPG, DAC) that share their range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean isAdobe(byte[] file, int body, int length) {
        return length >= 2 + TRANSFORM + 1
                && file[body] == 'A'
                && file[body + 1] == 'd'
                && file[body + 2] == 'o'
                && file[body + 3] == 'b'
                && file[body + 4] == 'e';
    }
}
