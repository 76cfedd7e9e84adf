/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Frames records as TensorFlow's {@code record_writer} does: the length (8 bytes), its masked
 * CRC-32C (4), the data, their masked CRC-32C (4), all little-endian. Each record goes out in one
 * piece, so that who reads meanwhile finds at most the last one unfinished.
 */
final class RecordOutput implements AutoCloseable {

    private static final int CRC_MASK = 0xa282ead8;

    private final OutputStream out;

    /**
     * @param out without a buffer of its own; closed with this
     */
    RecordOutput(OutputStream out) {
        this.out = requireNonNull(out, "out is null");
    }

    void write(byte[] data) throws IOException {
        ByteBuffer record =
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(maskedCrc(record.array(), Long.BYTES));
        record.put(data);
        record.putInt(maskedCrc(data, data.length));
        out.write(record.array());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /**
     * A checksum of data that hold checksums themselves is weak: hence the rotation and the sum.
     */
    private static int maskedCrc(byte[] data, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK;
    }
}
