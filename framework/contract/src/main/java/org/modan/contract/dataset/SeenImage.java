/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.modan.contract.ContractViolation;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.Image;
import org.modan.spi.Sample;

/**
 * What an image was when it was looked at, however its array changes later.
 *
 * @param digest SHA-256 of its pixels
 */
record SeenImage(int width, int height, int channels, String digest) {

    /**
     * @throws ContractViolation if it cannot be read
     */
    static SeenImage read(DatasetAdapter adapter, Sample sample) {
        return of(image(adapter, sample));
    }

    /**
     * @throws ContractViolation if it cannot be read
     */
    static Image image(DatasetAdapter adapter, Sample sample) {
        return AdapterCall.of("read(%s)".formatted(sample.id()), () -> adapter.read(sample));
    }

    static SeenImage of(Image image) {
        return new SeenImage(
                image.width(),
                image.height(),
                image.channels(),
                HexFormat.of().formatHex(sha256().digest(image.pixels())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The size and the first digits of the digest. */
    @Override
    public String toString() {
        return "%d x %d x %d (%s)".formatted(width, height, channels, digest.substring(0, 8));
    }
}
