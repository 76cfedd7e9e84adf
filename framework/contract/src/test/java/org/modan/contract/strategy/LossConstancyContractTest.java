/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.modan.nn.loss.Loss;

class LossConstancyContractTest {

    private static final String ORDER = "the order of the images changes neither loss nor gradient";
    private static final String BITS = "the same batch gives the same bits again";

    @Test
    void theOrderOfImagesDoesNotMatter() {
        Loss firstImageMore =
                (outputs, targets) -> outputs.square().sum().add(outputs.get("0:1").square().sum());

        assertThat(new TestObjective().loss(firstImageMore).verdicts().violation(ORDER))
                .matches(
                        "the loss is [0-9.]+, but [0-9.]+ with the same images in another order, the same in every view and in the targets; row v \\* N \\+ i of the outputs belongs to view v of image i");
    }

    @Test
    void aLossThatCancelsOutIsRoundedLikeItsParts() {
        // About 0 in every order, and not the same in the last bits.
        Loss cancelling =
                (outputs, targets) -> {
                    NDArray squares = outputs.square().mean();
                    NDArray same = outputs.stopGradient().square().sum(new int[] {1}).mean();
                    NDArray width = outputs.getManager().create((float) outputs.getShape().get(1));
                    return squares.sub(same.div(width));
                };

        assertThat(new TestObjective().loss(cancelling).verdicts().violated()).isEmpty();
    }

    @Test
    void viewsLieBehindEachOtherAndNotBesideEachOther() {
        // Takes rows 2i and 2i + 1 for the views of image i.
        Loss interleaved =
                (outputs, targets) -> {
                    NDArray pairs = outputs.reshape(targets.images(), 2, -1);
                    return pairs.get(":,0").sub(pairs.get(":,1")).square().sum();
                };

        assertThat(new TestObjective().loss(interleaved).verdicts().violated())
                .containsExactly(ORDER);
    }

    @Test
    void theGradientFollowsTheImages() {
        // The second factor has the sum of the first, and so the loss its value, in any order.
        Loss sameValueOtherGradient =
                (outputs, targets) -> {
                    NDArray first = outputs.get("0:1");
                    return outputs.square().sum().add(first.sum()).sub(first.stopGradient().sum());
                };

        assertThat(new TestObjective().loss(sameValueOtherGradient).verdicts().violation(ORDER))
                .startsWith("the gradient of an image's row depends on its place in the batch: ");
    }

    @Test
    void aLossIsTheSameEachTime() {
        AtomicInteger calls = new AtomicInteger();
        Loss growing =
                (outputs, targets) -> {
                    NDArray factor = outputs.getManager().create((float) calls.incrementAndGet());
                    return outputs.square().sum().mul(factor);
                };

        assertThat(new TestObjective().loss(growing).verdicts().violation(BITS))
                .contains(
                        " for the same batch after another one: an interrupted run would not go on");
    }

    @Test
    void aNewStrategyOfTheSameSeedIsTheSame() {
        AtomicInteger created = new AtomicInteger();
        TestStrategy unseeded =
                TestStrategy.training(
                        () -> {
                            float factor = created.incrementAndGet();
                            return new TestObjective()
                                    .loss(
                                            (outputs, targets) ->
                                                    outputs.square()
                                                            .sum()
                                                            .mul(
                                                                    outputs.getManager()
                                                                            .create(factor)));
                        });

        assertThat(unseeded.verdicts().violation(BITS))
                .endsWith(
                        " for the same batch under a new strategy of the same options and seed: nobody could repeat the run; draw random numbers from the context's seed");
    }
}
