/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.internal.weights;

import java.io.Closeable;
import java.io.IOException;

/** A PyTorch file while it is open: an index that names tensors, and storages of values. */
interface TorchArchive extends Closeable {

    TorchIndex index();

    /** The values of one of its storages. */
    byte[] values(TorchStorage whole) throws IOException;
}
