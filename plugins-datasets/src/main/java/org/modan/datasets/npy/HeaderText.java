/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.npy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of a header's text, such as {@code {'descr': '<f4', 'fortran_order': False, ...}}.
 */
final class HeaderText {

    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    private final String text;

    HeaderText(String text) {
        this.text = text;
    }

    /**
     * @param dataOffset where the values start
     * @throws IOException if the text means nothing that can be read
     */
    NpyHeader header(long dataOffset) throws IOException {
        Map<String, Object> entries = new PythonLiteral(text).dictionary();
        if (!entries.keySet().equals(KEYS)) {
            throw new IOException(
                    "damaged: its header has the entries %s, not %s"
                            .formatted(new TreeSet<>(entries.keySet()), new TreeSet<>(KEYS)));
        }
        if (!(entries.get("fortran_order") instanceof Boolean fortranOrder)) {
            throw new IOException("damaged: its header does not tell the order of values");
        }
        String descr = descr(entries.get("descr"));
        return new NpyHeader(
                type(descr), byteOrder(descr), fortranOrder, shape(entries), dataOffset);
    }

    private static String descr(Object value) throws IOException {
        if (value instanceof List<?>) {
            throw new IOException(
                    "a table of named columns, not an array of numbers; save each column by itself");
        }
        if (!(value instanceof String descr) || descr.length() < 2) {
            throw new IOException("damaged: its header does not tell the type of values");
        }
        if (descr.charAt(1) == 'O' || descr.charAt(0) == 'O') {
            throw new IOException(
                    "holds pickled Python objects (dtype object), which could run code and are"
                            + " never read; save it as an array of numbers");
        }
        return descr;
    }

    private static NpyType type(String descr) throws IOException {
        Optional<NpyType> type = NpyType.of(descr.substring(1));
        boolean ordered = "<>|=".indexOf(descr.charAt(0)) >= 0;
        boolean needsOrder = type.isPresent() && type.get().bytes() > 1;
        if (type.isEmpty() || !ordered || (needsOrder && descr.charAt(0) == '|')) {
            throw new IOException(
                    "of dtype '%s', and %s are read; save it with astype(numpy.float32)"
                            .formatted(shortened(descr), NpyType.names()));
        }
        return type.get();
    }

    private static ByteOrder byteOrder(String descr) {
        return descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static List<Long> shape(Map<String, Object> entries) throws IOException {
        if (!(entries.get("shape") instanceof List<?> axes)) {
            throw new IOException("damaged: its header does not tell the shape");
        }
        for (Object axis : axes) {
            if (!(axis instanceof Long length) || length < 0) {
                throw new IOException(
                        "damaged: its header tells of the shape " + shortened(axes.toString()));
            }
        }
        return axes.stream().map(Long.class::cast).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
