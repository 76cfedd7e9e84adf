/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.types.DataType;
import java.util.regex.Pattern;

/**
 * A run of values in a PyTorch file that tensors look at.
 *
 * @param key names the storage in its file
 * @param first the run's first value, counted from the storage's beginning
 * @param count of the values of the run
 */
record TorchStorage(String key, DataType type, long first, long count) {

    private static final Pattern KEY = Pattern.compile("[0-9]{1,20}");

    TorchStorage {
        requireNonNull(key, "key is null");
        requireNonNull(type, "type is null");
        if (!KEY.matcher(key).matches()) {
            throw new IllegalStateException("a storage's key is no number");
        }
        if (first < 0 || count < 0) {
            throw new IllegalStateException("a storage of %d values".formatted(count));
        }
    }

    /** A part of it, as old files name parts. */
    TorchStorage part(long partFirst, long partCount) {
        if (partFirst < 0 || partCount < 0 || partFirst > count - partCount) {
            throw new IllegalStateException("a part lies outside of storage " + key);
        }
        return new TorchStorage(key, type, first + partFirst, partCount);
    }

    /** The length in bytes. */
    long length() {
        return Math.multiplyExact(count, (long) type.getNumOfBytes());
    }
}
