/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A seed from which others are derived by purpose and identity, never by order of use: one fold run
 * alone draws what it draws inside the whole matrix.
 *
 * @param value the 64 bits of the seed
 * @since 1.0
 */
public record Seed(long value) {

    /**
     * The seed for one purpose: the first 64 bits of {@code SHA-256(value, purpose, identity...)},
     * each part preceded by its length.
     *
     * @param purpose what the randomness is for, such as {@code shuffle}
     * @param identity what it belongs to, such as a fold's number; order matters
     */
    public Seed derive(String purpose, Object... identity) {
        requireNonNull(purpose, "purpose is null");
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        update(digest, purpose);
        for (Object part : identity) {
            update(digest, String.valueOf(part));
        }
        return new Seed(ByteBuffer.wrap(digest.digest()).getLong());
    }

    /** A new generator that starts here; its sequence is the same on every platform. */
    public RandomGenerator random() {
        return new SplittableRandom(value);
    }

    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
