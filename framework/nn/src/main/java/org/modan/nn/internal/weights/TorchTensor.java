/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import ai.djl.ndarray.types.Shape;

/**
 * A strided view of a storage: element {@code (i, j, ...)} is value {@code offset + i * strides[0]
 * + j * strides[1] + ...}. Whether it lies within its storage is checked here, before any value is
 * read.
 */
final class TorchTensor {

    private static final int MOST_DIMENSIONS = 64;

    private final TorchStorage storage;
    private final long offset;
    private final long[] sizes;
    private final long[] strides;
    private final long count;

    TorchTensor(TorchStorage storage, long offset, long[] sizes, long[] strides) {
        this.storage = storage;
        this.offset = offset;
        this.sizes = sizes;
        this.strides = strides;
        if (sizes.length != strides.length || sizes.length > MOST_DIMENSIONS) {
            throw new IllegalStateException(
                    "a tensor has %d sizes and %d strides".formatted(sizes.length, strides.length));
        }
        long values = 1;
        for (long size : sizes) {
            values = Math.multiplyExact(values, requireNatural(size));
        }
        this.count = values;
        if (count > 0 && Math.addExact(requireNatural(offset), reach()) >= storage.count()) {
            throw new IllegalStateException(
                    "a tensor of shape %s lies outside of its storage".formatted(shape()));
        }
    }

    TorchStorage storage() {
        return storage;
    }

    /** The length in bytes that the values have when they are side by side. */
    long length() {
        return Math.multiplyExact(count, (long) storage.type().getNumOfBytes());
    }

    /**
     * The values, row-major.
     *
     * @param values of the whole storage; not changed, and not copied if they are the tensor's as
     *     they lie
     */
    HostTensor read(byte[] values) {
        int width = storage.type().getNumOfBytes();
        int length = Math.toIntExact(length());
        if (length == 0) {
            return new HostTensor(shape(), storage.type(), new byte[0]);
        }
        int begin = Math.toIntExact(Math.multiplyExact(storage.first() + offset, (long) width));
        if (isContiguous()) {
            if (length == values.length) {
                return new HostTensor(shape(), storage.type(), values);
            }
            byte[] bytes = new byte[length];
            System.arraycopy(values, begin, bytes, 0, length);
            return new HostTensor(shape(), storage.type(), bytes);
        }
        byte[] bytes = new byte[length];
        long[] index = new long[sizes.length];
        long place = 0;
        for (int written = 0; written < length; written += width) {
            System.arraycopy(values, begin + (int) place * width, bytes, written, width);
            place = advance(index, place);
        }
        return new HostTensor(shape(), storage.type(), bytes);
    }

    /** Steps to the next element in row-major order; the answer is its place. */
    private long advance(long[] index, long place) {
        long next = place;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            next += strides[axis];
            if (++index[axis] < sizes[axis]) {
                return next;
            }
            next -= strides[axis] * sizes[axis];
            index[axis] = 0;
        }
        return next;
    }

    private boolean isContiguous() {
        long expected = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            if (sizes[axis] != 1 && strides[axis] != expected) {
                return false;
            }
            expected *= sizes[axis];
        }
        return true;
    }

    private long reach() {
        long reach = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            long step = Math.multiplyExact(requireNatural(strides[axis]), sizes[axis] - 1);
            reach = Math.addExact(reach, step);
        }
        return reach;
    }

    private Shape shape() {
        return new Shape(sizes);
    }

    private static long requireNatural(long number) {
        if (number < 0) {
            throw new IllegalStateException("a tensor has a negative size, stride or offset");
        }
        return number;
    }
}
