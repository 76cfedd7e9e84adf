/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A pickle, instruction by instruction. */
final class Pickle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Pickle() {
        raw(0x80, 2);
    }

    Pickle raw(int... more) {
        for (int one : more) {
            bytes.write(one);
        }
        return this;
    }

    Pickle raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Pickle global(String module, String name) {
        return raw('c').line(module).line(name);
    }

    Pickle line(String text) {
        return raw((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Pickle text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return raw('X').int32(utf8.length).raw(utf8);
    }

    Pickle number(int number) {
        return raw('J').int32(number);
    }

    Pickle number(long number) {
        return raw(0x8a, 8).raw(TorchFiles.littleEndian(8).putLong(number).array());
    }

    Pickle isTrue() {
        return raw(0x88);
    }

    Pickle none() {
        return raw('N');
    }

    Pickle mark() {
        return raw('(');
    }

    Pickle tuple() {
        return raw('t');
    }

    Pickle list() {
        return raw(']');
    }

    Pickle appends() {
        return raw('e');
    }

    Pickle dictionary() {
        return raw('}');
    }

    Pickle orderedDictionary() {
        return global("collections", "OrderedDict").raw(')', 'R');
    }

    Pickle setItems() {
        return raw('u');
    }

    Pickle reduce() {
        return raw('R');
    }

    /** PyTorch's magic number. */
    Pickle magic() {
        return raw(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19);
    }

    /** A contiguous tensor from the beginning of a storage of its size. */
    Pickle tensor(String key, long... sizes) {
        long[] strides = new long[sizes.length];
        long count = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = count;
            count *= sizes[axis];
        }
        return view(key, "FloatStorage", count, 0, sizes, strides);
    }

    Pickle view(String key, String type, long count, long offset, long[] sizes, long[] strides) {
        global("torch._utils", "_rebuild_tensor_v2").mark();
        mark().text("storage").global("torch", type).text(key).text("cpu").number(count);
        tuple().raw('Q').number(offset).longs(sizes).longs(strides);
        return raw(0x89).orderedDictionary().tuple().reduce();
    }

    byte[] stop() {
        ByteArrayOutputStream stopped = new ByteArrayOutputStream();
        stopped.writeBytes(bytes.toByteArray());
        stopped.write('.');
        return stopped.toByteArray();
    }

    private Pickle longs(long... numbers) {
        mark();
        for (long number : numbers) {
            number(number);
        }
        return tuple();
    }

    private Pickle int32(int number) {
        return raw(TorchFiles.littleEndian(4).putInt(number).array());
    }
}
