/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Map;
import org.modan.spi.Digests;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The name of a cell: the SHA-256 of everything that decides its outcome. Two cells with one key
 * are one cell; a change of anything that matters is another cell.
 *
 * @param digest 64 hexadecimal digits
 */
public record CellKey(String digest) {

    private static final JsonMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private static final int FOLDER_DIGITS = 16;

    /**
     * @param identity everything that decides the outcome, as JSON values
     */
    static CellKey of(Map<String, Object> identity) {
        return new CellKey(Digests.ofText(text(identity)));
    }

    /** What a key is the digest of: an identity as JSON, sorted by name. */
    public static String text(Map<String, Object> identity) {
        return CANONICAL.writeValueAsString(identity);
    }

    /** The cell's folder: enough of the digest to be unique in any experiment. */
    public String folder() {
        return digest.substring(0, FOLDER_DIGITS);
    }

    @Override
    public String toString() {
        return folder();
    }
}
