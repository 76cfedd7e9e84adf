/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkTest {

    @ParameterizedTest
    @CsvSource({
        "8, 4, 2, 0-4 4-8",
        "8, 3, 2, 0-3 3-6 6-8",
        "8, 8, 2, 0-8",
        "2, 5, 2, 0-2",
        "7, 3, 2, 0-3 3-6 6-7",
        "9, 8, 2, 0-8 8-9",
        "3, 1, 2, 0-1 1-2 2-3",
        "7, 3, 1, 0-3 3-7",
        "9, 8, 1, 0-9",
        "8, 3, 1, 0-3 3-6 6-8",
    })
    void theLastChunkIsSmallerButNeverOfASingleView(
            int images, int size, int views, String chunks) {
        assertThat(
                        Chunk.divide(images, size, views).stream()
                                .map(chunk -> chunk.from() + "-" + chunk.to())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(chunks);
    }
}
