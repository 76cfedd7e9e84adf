/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.modan.contract.Verdicts;
import org.modan.nn.layer.Host;
import org.modan.nn.train.Inference;
import org.modan.nn.train.Prefetch;
import org.modan.spi.Encoder;
import org.modan.spi.FoldScores;
import org.modan.spi.ImageSet;
import org.modan.spi.Mode;
import org.modan.spi.TransferFold;

class TransferContractTest {

    private static final String PASSES = "it says how often it trains the encoder";
    private static final String FROZEN = "an encoder it says it does not train stays as it was";
    private static final String OTHERS = "which other images are tested changes no score";
    private static final OptionalDouble NEVER = OptionalDouble.of(0);

    @Test
    void aFrozenEncoderRunAsItShouldBeIsSound() {
        assertThat(TestEvaluator.transfer(NEVER, TransferContractTest::frozen).violated())
                .isEmpty();
    }

    @Test
    void passesAreANumber() {
        for (double passes : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(
                            TestEvaluator.transfer(
                                            OptionalDouble.of(passes), TransferContractTest::frozen)
                                    .violation(PASSES))
                    .isEqualTo(
                            "trainingPasses() is %s; it is a number of passes, at least 0, or empty"
                                    .formatted(passes));
        }
    }

    @Test
    void runningStatisticsBetrayAnEncoderThatWasNotFrozen() {
        Verdicts training =
                TestEvaluator.transfer(NEVER, fold -> scores(fold, Mode.TRAIN, Mode.EVALUATE));

        assertThat(training.violation(FROZEN))
                .isEqualTo(
                        "trainingPasses() is 0, but scoring changed the encoder's 1.running_mean; run a frozen encoder in Mode.EVALUATE and give none of its parameters to an optimiser");
    }

    @Test
    void anEncoderThatIsTrainedMayChange() {
        assertThat(
                        TestEvaluator.transfer(
                                        OptionalDouble.empty(),
                                        fold -> scores(fold, Mode.TRAIN, Mode.EVALUATE))
                                .violated())
                .isEmpty();
    }

    @Test
    void batchStatisticsOfTheTestPartAreALeak() {
        assertThat(
                        TestEvaluator.transfer(
                                        OptionalDouble.empty(),
                                        fold -> scores(fold, Mode.EVALUATE, Mode.TRAIN))
                                .violated())
                .contains(OTHERS);
    }

    /** The sum of each image's features. */
    private static FoldScores frozen(TransferFold fold) {
        Encoder encoder = fold.encoder(fold.manager());
        Inference inference = new Inference(fold.manager(), 4, Prefetch.standard());
        return FoldScores.of(
                sums(inference.outputs(encoder, fold.train())),
                sums(inference.outputs(encoder, fold.test())));
    }

    private static FoldScores scores(TransferFold fold, Mode train, Mode test) {
        Encoder encoder = fold.encoder(fold.manager());
        return FoldScores.of(
                sums(outputs(encoder, fold.train(), train, fold.manager())),
                sums(outputs(encoder, fold.test(), test, fold.manager())));
    }

    private static float[][] outputs(
            Encoder encoder, ImageSet images, Mode mode, NDManager manager) {
        int size = images.imageSize();
        float[] values = new float[images.size() * size * size];
        byte[] pixels = new byte[size * size];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, pixels);
            for (int j = 0; j < pixels.length; j++) {
                values[i * pixels.length + j] = (pixels[j] & 0xff) / 255f;
            }
        }
        NDArray input = manager.create(values, new Shape(images.size(), 1, size, size));
        float[] flat = Host.floats(encoder.forward(input, mode));
        int width = flat.length / images.size();
        float[][] rows = new float[images.size()][width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * width, rows[i], 0, width);
        }
        return rows;
    }

    private static double[] sums(float[][] rows) {
        double[] sums = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (float value : rows[i]) {
                sums[i] += value;
            }
        }
        return sums;
    }
}
