/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Seed;

class BatchOrderTest {

    private static final Seed SEED = new Seed(1);

    @Test
    void everyImageIsDrawnOnceAnEpoch() {
        assertThat(flat(BatchOrder.shuffled(100, 8, SEED), 0))
                .containsExactlyInAnyOrder(IntStream.range(0, 100).toArray())
                .isNotEqualTo(IntStream.range(0, 100).toArray());
    }

    @Test
    void epochsDifferAndAnEpochIsAlwaysTheSame() {
        BatchOrder order = BatchOrder.shuffled(100, 8, SEED);

        assertThat(flat(order, 1)).isNotEqualTo(flat(order, 0));
        assertThat(flat(order, 1)).isEqualTo(flat(BatchOrder.shuffled(100, 8, SEED), 1));
        assertThat(flat(order, 1)).isNotEqualTo(flat(BatchOrder.shuffled(100, 8, new Seed(2)), 1));
    }

    @Test
    void everyOrderIsEquallyLikely() {
        BatchOrder order = BatchOrder.shuffled(3, 3, SEED);

        long[] counts = new long[27];
        for (int epoch = 0; epoch < 6000; epoch++) {
            int[] drawn = flat(order, epoch);
            counts[9 * drawn[0] + 3 * drawn[1] + drawn[2]]++;
        }
        assertThat(Arrays.stream(counts).filter(count -> count > 0))
                .hasSize(6)
                .allMatch(count -> count > 850 && count < 1150);
    }

    @Test
    void aLastBatchOfASingleImageIsDroppedInTrainingOnly() {
        assertThat(BatchOrder.shuffled(9, 4, SEED).batches(0)).hasSize(2);
        assertThat(BatchOrder.shuffled(9, 4, SEED).steps()).isEqualTo(2);
        assertThat(BatchOrder.shuffled(10, 4, SEED).batches(0)).hasSize(3);
        assertThat(BatchOrder.shuffled(10, 4, SEED).steps()).isEqualTo(3);
        assertThat(BatchOrder.sequential(9, 4).batches(0)).hasSize(3);
        assertThat(BatchOrder.sequential(9, 4).steps()).isEqualTo(3);
    }

    @Test
    void scoringKeepsTheOrderOfTheSet() {
        assertThat(flat(BatchOrder.sequential(9, 4), 3)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(BatchOrder.sequential(0, 4).batches(0)).isEmpty();
    }

    @Test
    void refusesABatchThatBatchNormalisationCannotUse() {
        assertThatThrownBy(() -> BatchOrder.shuffled(10, 1, SEED))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the batch size is 1, but training needs at least 2 images a step for batch"
                                + " normalisation; set batch-size to 2 or more")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThatThrownBy(() -> BatchOrder.sequential(10, 0))
                .hasMessage("the batch size is 0; set batch-size to 1 or more");
    }

    @Test
    void refusesTrainingOnASingleImage() {
        assertThatThrownBy(() -> BatchOrder.shuffled(1, 4, SEED))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "training needs at least 2 images, but there is 1; use a larger dataset")
                .extracting("code")
                .isEqualTo(ErrorCode.DATASET);
    }

    private static int[] flat(BatchOrder order, int epoch) {
        return order.batches(epoch).stream().flatMapToInt(Arrays::stream).toArray();
    }
}
