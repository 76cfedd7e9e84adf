/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * The few messages of TensorFlow's {@code event.proto} and {@code summary.proto} that scalars need,
 * encoded field by field: the generated classes would bring 10 MB of TensorFlow with them.
 */
final class EventMessages {

    /** What a file's first event must say for TensorBoard to heed session starts. */
    static final String FILE_VERSION = "brain.Event:2";

    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;
    private static final int EVENT_SESSION_LOG = 7;
    private static final int SESSION_LOG_STATUS = 1;
    private static final int SESSION_LOG_START = 1;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE_VALUE = 2;

    private EventMessages() {}

    /**
     * @param seconds since 1970
     */
    static byte[] fileVersion(double seconds) throws IOException {
        return message(
                event -> {
                    event.writeDouble(EVENT_WALL_TIME, seconds);
                    event.writeString(EVENT_FILE_VERSION, FILE_VERSION);
                });
    }

    /** Whatever an earlier file says of this step and of later ones no longer holds. */
    static byte[] sessionStart(double seconds, long step) throws IOException {
        byte[] session = message(log -> log.writeEnum(SESSION_LOG_STATUS, SESSION_LOG_START));
        return message(
                event -> {
                    event.writeDouble(EVENT_WALL_TIME, seconds);
                    event.writeInt64(EVENT_STEP, step);
                    event.writeByteArray(EVENT_SESSION_LOG, session);
                });
    }

    /**
     * @param values tag to value, in the order they are to be written
     */
    static byte[] scalars(double seconds, long step, Map<String, Double> values)
            throws IOException {
        byte[] summary =
                message(
                        fields -> {
                            for (Map.Entry<String, Double> value : values.entrySet()) {
                                fields.writeByteArray(SUMMARY_VALUE, scalar(value));
                            }
                        });
        return message(
                event -> {
                    event.writeDouble(EVENT_WALL_TIME, seconds);
                    event.writeInt64(EVENT_STEP, step);
                    event.writeByteArray(EVENT_SUMMARY, summary);
                });
    }

    private static byte[] scalar(Map.Entry<String, Double> value) throws IOException {
        return message(
                fields -> {
                    fields.writeString(VALUE_TAG, value.getKey());
                    fields.writeFloat(VALUE_SIMPLE_VALUE, value.getValue().floatValue());
                });
    }

    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.writeTo(out);
        out.flush();
        return bytes.toByteArray();
    }
}
