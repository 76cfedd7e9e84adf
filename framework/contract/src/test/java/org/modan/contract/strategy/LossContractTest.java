/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modan.contract.Verdicts;
import org.modan.nn.layer.Host;
import org.modan.nn.layer.Linear;
import org.modan.nn.loss.CrossEntropyLoss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.spi.ErrorCode;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Parameter;

class LossContractTest {

    private static final String FINITE = "its loss and gradient are finite for every kind of batch";
    private static final String OUTPUTS =
            "its loss and gradient are finite for large features and for features all alike";
    private static final String GRADIENT = "its loss has a gradient that is not zero";
    private static final String VIEWS = "its loss takes as many views of an image as it asks for";

    @Test
    void aLossIsOneNumber() {
        assertThat(
                        new TestObjective()
                                .loss((outputs, targets) -> outputs.sum(new int[] {1}))
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "loss(outputs, targets) gave float32 of shape (4); it must be one float32 number: sum or average it");
        assertThat(
                        new TestObjective()
                                .loss((outputs, targets) -> null)
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo("loss(outputs, targets) gave null; it must give a scalar");
        assertThat(
                        new TestObjective()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.sum().toType(DataType.FLOAT16, false))
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "loss(outputs, targets) gave float16 of shape (); it must be one float32 number: sum or average it");
    }

    @Test
    void aLossIsFiniteAlsoWhereNothingIsKnown() {
        assertThat(
                        new TestObjective()
                                .usingMetadata()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.square()
                                                        .sum()
                                                        .div(targets.metadata().sum()))
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "the loss is Infinity for a batch of 2 images where no image has a value or class; a run ends at the first such step, so it must be finite whatever is known of the images");
    }

    @Test
    void aGradientIsFiniteAlsoWhereTheLossIs() {
        assertThat(
                        new TestObjective()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.sub(outputs).square().sum().sqrt())
                                .verdicts()
                                .violation(FINITE))
                .startsWith(
                        "the loss is 0.0, but its gradient is not finite, for a batch of 2 images")
                .endsWith(
                        "; a 0/0, a root or logarithm of 0 on the way gives that even where the loss itself is finite");
    }

    @Test
    void aLossIsFiniteForLargeOutputs() {
        assertThat(
                        new TestObjective()
                                .loss((outputs, targets) -> outputs.exp().sum().log())
                                .verdicts()
                                .violation(OUTPUTS))
                .isEqualTo(
                        "the loss is Infinity for what its head gives for features in the hundreds; a run ends at the first such step, so it must be finite there: training may reach them; take logarithms of sums of exponentials as logSoftmax does, which subtracts the largest first");
    }

    @Test
    void aLossIsFiniteForOutputsThatAreAllAlike() {
        assertThat(
                        new TestObjective()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.sub(outputs.get("0:1"))
                                                        .square()
                                                        .sum(new int[] {0})
                                                        .sqrt()
                                                        .sum())
                                .verdicts()
                                .violation(OUTPUTS))
                .isEqualTo(
                        "the loss is 0.0, but its gradient is not finite, for features that are the same for all images; a 0/0, a root or logarithm of 0 on the way gives that even where the loss itself is finite");
    }

    @Test
    void aLossIsDifferentiable() {
        for (TestObjective detached :
                new TestObjective[] {
                    new TestObjective()
                            .loss((outputs, targets) -> outputs.stopGradient().square().sum()),
                    new TestObjective()
                            .loss((outputs, targets) -> outputs.getManager().create(0.5f))
                }) {
            assertThat(detached.verdicts().violation(FINITE))
                    .startsWith("the loss cannot be differentiated in the outputs (")
                    .endsWith(
                            "; what was read into Java, made by stopGradient() or duplicate(), or converted to another type is cut off from them");
        }
    }

    @Test
    void aLossPullsSomewhere() {
        assertThat(
                        new TestObjective()
                                .loss((outputs, targets) -> outputs.mul(outputs.zerosLike()).sum())
                                .verdicts()
                                .violation(GRADIENT))
                .isEqualTo(
                        "the gradient of the loss is zero in every output for a batch of 8 images where some images share values and some values are missing: nothing would be learnt; is the loss computed from the outputs?");
    }

    @Test
    void aLossTakesTheViewsItAsksFor() {
        assertThat(
                        new TestObjective()
                                .views(1)
                                .loss(new NtXentLoss(0.5))
                                .verdicts()
                                .violation(VIEWS))
                .isEqualTo(
                        "viewsPerImage() is 1, but the loss refuses that many views of an image: a contrastive loss needs two or more views of each of 5 images, but was given 5 rows");
    }

    @Test
    void aLossIsAskedForNoOtherViewsThanItsOwn() {
        assertThat(
                        new TestObjective()
                                .loss(
                                        (outputs, targets) -> {
                                            long views =
                                                    outputs.getShape().get(0) / targets.images();
                                            NDArray none =
                                                    outputs.getManager().create((float) views - 1);
                                            return outputs.square().sum().div(none);
                                        })
                                .verdicts()
                                .violated())
                .isEmpty();
    }

    @Test
    void aLossMayCountOnItsHead() {
        assertThat(
                        new TestObjective()
                                .head(LossContractTest::sines)
                                .loss(
                                        (outputs, targets) ->
                                                outputs.onesLike()
                                                        .add(outputs.onesLike())
                                                        .sub(outputs)
                                                        .log()
                                                        .sum())
                                .verdicts()
                                .violated())
                .isEmpty();
    }

    /** From -1 to 1, whatever its features are. */
    private static Layer sines(int features) {
        Layer linear = new Linear(features, 5);
        return new Layer() {
            @Override
            public Map<String, Parameter> parameters() {
                return linear.parameters();
            }

            @Override
            public NDArray forward(NDArray input, Mode mode) {
                return linear.forward(input, mode).sin();
            }
        };
    }

    @Test
    void aLossMayRefuseABatchThatIsTooSmallForIt() {
        Verdicts ofFour = atLeast(4).verdicts();
        assertThat(ofFour.violated()).isEmpty();
        assertThat(ofFour.skipped()).isEmpty();

        Verdicts ofSixteen = atLeast(16).verdicts();
        assertThat(ofSixteen.violated()).isEmpty();
        assertThat(ofSixteen.notChecked(FINITE))
                .isEqualTo("the loss refused a batch of 8 images: use batches of 16 or more");
    }

    @Test
    void aLossMayNotRefuseABatchForWhatIsKnownOfIt() {
        assertThat(
                        new TestObjective()
                                .usingMetadata()
                                .loss(
                                        (outputs, targets) -> {
                                            if (Host.number(targets.metadata().sum()) == 0) {
                                                throw new ModanException(
                                                        ErrorCode.TRAINING, "nothing is known");
                                            }
                                            return outputs.square().sum();
                                        })
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "the loss refused a batch of 2 images: nothing is known; that is one where no image has a value or class, and it takes others of that size: a run would end at the first such batch");
    }

    private static TestObjective atLeast(int images) {
        return new TestObjective()
                .loss(
                        (outputs, targets) -> {
                            if (targets.images() < images) {
                                throw new ModanException(
                                        ErrorCode.CONFIGURATION,
                                        "use batches of %d or more".formatted(images));
                            }
                            return new NtXentLoss(0.5).of(outputs, targets);
                        });
    }

    @Test
    void aLossLeavesWhatItIsGivenAsItWas() {
        assertThat(
                        new TestObjective()
                                .usingMetadata()
                                .loss(
                                        (outputs, targets) ->
                                                outputs.square()
                                                        .sum()
                                                        .add(targets.metadata().addi(1).sum()))
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "loss(outputs, targets) changed the values of targets.metadata() in place; compute with a new array");
        assertThat(
                        new TestObjective()
                                .usingClasses()
                                .loss(
                                        (outputs, targets) -> {
                                            targets.classes().addi(1);
                                            return outputs.square().sum();
                                        })
                                .verdicts()
                                .violation(FINITE))
                .isEqualTo(
                        "loss(outputs, targets) changed the values of targets.classes() in place; compute with a new array");
    }

    @Test
    void aClassifierOfTheCorpusIsSound() {
        assertThat(
                        new TestObjective()
                                .views(1)
                                .usingClasses()
                                .loss(new CrossEntropyLoss())
                                .verdicts()
                                .violated())
                .isEmpty();
    }
}
