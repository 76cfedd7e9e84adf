/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Frames a record as TensorFlow's {@code record_writer} does: the length (8 bytes), its masked
 * CRC-32C (4), the data, their masked CRC-32C (4), all little-endian.
 */
final class RecordFrame {

    private static final int CRC_MASK = 0xa282ead8;

    private RecordFrame() {}

    static byte[] around(byte[] data) {
        ByteBuffer record =
                ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(maskedCrc(record.array(), Long.BYTES));
        record.put(data);
        record.putInt(maskedCrc(data, data.length));
        return record.array();
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
