/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.weights;

import java.io.Closeable;
import java.io.IOException;

/** A PyTorch file while it is open: an index that names tensors, and storages of values. */
interface TorchArchive extends Closeable {

    /** What was saved, with {@link TorchTensor}s where its tensors are. */
    Object index();

    /** A storage that the index names, from its first value to its last. */
    TorchStorage whole(String key);

    /** The values of such a storage. */
    byte[] values(TorchStorage whole) throws IOException;
}
