/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class BufferPoolTest {

    @Test
    void buffersOfEverySizeAreWholeAndAligned() {
        for (int bytes : new int[] {0, 4, 8, 60, 64, 68, 127, 4096, 100_004}) {
            BufferPool pool = new BufferPool(bytes);
            for (int i = 0; i < 8; i++) {
                ByteBuffer buffer = pool.take();
                assertThat(buffer.isDirect()).isTrue();
                assertThat(buffer.remaining()).isEqualTo(bytes);
                assertThat(buffer.capacity()).isEqualTo(bytes);
                assertThat(buffer.alignmentOffset(0, 64)).isZero();
                assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
            }
        }
    }

    @Test
    void aBufferGivenBackIsUsedAgainWhole() {
        BufferPool pool = new BufferPool(16);
        ByteBuffer first = pool.take();
        first.limit(8).position(4);

        pool.giveBack(first);

        assertThat(pool.take()).isSameAs(first);
        assertThat(first.remaining()).isEqualTo(16);
        assertThat(pool.take()).isNotSameAs(first);
    }
}
