/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.io.IOException;
import java.util.List;

/**
 * An opened dataset. The host reads samples from several threads at once, and may open the same
 * dataset while it has it open.
 *
 * @since 1.0
 */
public interface DatasetAdapter extends AutoCloseable {

    DatasetInfo info();

    /** All samples, the same in the same order each time. */
    List<Sample> samples();

    /**
     * Decodes one image. Its label must not show in it: evaluators are kept from the labels of what
     * they are tested on, and read its pixels.
     *
     * @param sample one of {@link #samples()}
     * @throws IOException if it cannot be read; the host adds which sample it was
     */
    Image read(Sample sample) throws IOException;

    /**
     * A digest of what {@link #read} would decode, found without decoding: it changes when the
     * image does and is the same on every machine. {@link Digests#ofFile} suits images that are
     * files.
     */
    String contentDigest(Sample sample) throws IOException;

    /** Leaves no file open. Closing again changes nothing. */
    @Override
    default void close() {}
}
