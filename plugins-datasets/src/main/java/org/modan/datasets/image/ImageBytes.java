/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file's bytes as the JDK's readers want them. Unlike the JDK's own streams over memory it knows
 * its length, by which the readers tell a damaged size from a true one before they make room for
 * it.
 */
final class ImageBytes extends ImageInputStreamImpl {

    private final byte[] file;

    ImageBytes(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= file.length) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.length;
    }
}
