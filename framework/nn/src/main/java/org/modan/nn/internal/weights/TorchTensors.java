/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads tensors of a PyTorch file. A storage is read once, however many tensors look at it, and the
 * memory all take is bounded by the file's length: a few bytes can describe a tensor of terabytes
 * that repeats one value.
 */
final class TorchTensors {

    /** How many times its own length a file may unfold to; weights that are shared do so twice. */
    private static final long MOST_UNFOLDING = 8;

    private final TorchArchive archive;
    private final Map<String, byte[]> storages = new HashMap<>();
    private final long fileLength;
    private long storedLeft;
    private long unfoldedLeft;

    TorchTensors(TorchArchive archive, long fileLength) {
        this.archive = archive;
        this.fileLength = fileLength;
        this.storedLeft = fileLength;
        this.unfoldedLeft = fileLength * MOST_UNFOLDING;
    }

    Map<String, HostTensor> read(Map<String, TorchTensor> views) throws IOException {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, TorchTensor> named : views.entrySet()) {
            TorchTensor view = named.getValue();
            unfoldedLeft -= view.length();
            if (unfoldedLeft < 0) {
                throw new IOException(
                        "its tensors would take more than %d times its %d bytes"
                                .formatted(MOST_UNFOLDING, fileLength));
            }
            tensors.put(named.getKey(), view.read(values(view.storage().key())));
        }
        return tensors;
    }

    private byte[] values(String key) throws IOException {
        if (!storages.containsKey(key)) {
            TorchStorage whole = archive.index().storages().get(key);
            storedLeft -= whole.length();
            if (storedLeft < 0) {
                throw new IOException(
                        "storage %s claims %d bytes of a file of %d"
                                .formatted(key, whole.length(), fileLength));
            }
            storages.put(key, archive.values(whole));
        }
        return storages.get(key);
    }
}
