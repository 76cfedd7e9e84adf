/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.Buffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.Scalars;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.EpochReport;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.Layer;
import org.modan.spi.ModanException;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.Seed;
import org.modan.spi.TrainingListener;
import org.modan.spi.TrainingRecipe;

class TrainerTest {

    private static final ImageSet IMAGES = new GeneratedImages(21, 1, 4);
    private static final OptimizerSpec SGD =
            OptimizerSpec.sgd(0.05).withMomentum(0.9).withWeightDecay(1e-4);
    private static final OptimizerSpec ADAM = OptimizerSpec.adam(0.01);
    private static final Prefetch ONE_THREAD = new Prefetch(1, 1);

    private NDManager manager;

    /** Keeps what it hears. */
    private static final class Recorder implements TrainingListener {
        private final List<String> steps = new ArrayList<>();
        private final List<EpochReport> epochs = new ArrayList<>();

        @Override
        public void step(int epoch, int step, int steps, double loss, int images) {
            this.steps.add("%d: %d/%d, %d images".formatted(epoch, step, steps, images));
        }

        @Override
        public void epoch(EpochReport report) {
            epochs.add(report);
        }
    }

    @BeforeEach
    void open() {
        Engine.getInstance();
        manager = NDManager.newBaseManager();
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void twoStepsAreThoseComputedByHand() {
        Network line = SmallNetworks.line(manager, 0.5f, 0);
        ImageSet white = new WhitePixels(2);
        BatchLoss distanceFromTwo = (outputs, indices) -> outputs.sub(2).square().mean();
        TrainingRecipe recipe = TrainingRecipe.of(2, 2, OptimizerSpec.sgd(0.1));
        Recorder heard = new Recorder();

        trainer(heard).train(TrainingTask.of(line, distanceFromTwo, recipe, white, new Seed(1)));

        // A white pixel is x = 1: loss (0.5 - 2)^2, gradient 2 (0.5 - 2) for weight and bias; then
        // weight + bias is 0.8 + 0.3, loss (1.1 - 2)^2, gradient 2 (1.1 - 2).
        assertThat(heard.epochs.get(0).loss()).isCloseTo(2.25, within(1e-6));
        assertThat(heard.epochs.get(1).loss()).isCloseTo(0.81, within(1e-6));
        assertThat(value(line, "head.weight")).isCloseTo(0.98f, within(1e-6f));
        assertThat(value(line, "head.bias")).isCloseTo(0.48f, within(1e-6f));
    }

    @Test
    void theLossFalls() {
        Recorder heard = new Recorder();

        trainer(heard).train(task(SmallNetworks.withBatchNorm(manager), recipe(SGD, 40), 1));

        assertThat(heard.epochs.get(39).loss()).isLessThan(0.4 * heard.epochs.get(0).loss());
    }

    @Test
    void theListenerHearsOfEveryStepAndEpoch() {
        Recorder heard = new Recorder();
        TrainingRecipe recipe = recipe(SGD, 4).withSchedule(ScheduleSpec.step(2, 0.1));

        trainer(heard).train(task(SmallNetworks.withBatchNorm(manager), recipe, 2));

        assertThat(heard.steps)
                .hasSize(12)
                .startsWith("1: 1/3, 8 images", "1: 2/3, 8 images", "1: 3/3, 5 images")
                .endsWith("4: 3/3, 5 images");
        assertThat(heard.epochs).extracting(EpochReport::epoch).containsExactly(1, 2, 3, 4);
        assertThat(heard.epochs).extracting(EpochReport::epochs).containsOnly(4);
        assertThat(heard.epochs)
                .extracting(EpochReport::learningRate)
                .containsExactly(0.05, 0.05, 0.05 * 0.1, 0.05 * 0.1);
        assertThat(heard.epochs).allMatch(report -> report.imagesPerSecond() > 0);
    }

    @Test
    void theEpochsLossIsTheMeanOverItsImages() {
        Network line = SmallNetworks.line(manager, 0, 0);
        BatchLoss batchSize =
                (outputs, indices) -> outputs.mean().mul(0).add((float) indices.length);
        TrainingRecipe recipe = TrainingRecipe.of(1, 4, OptimizerSpec.sgd(0.1));
        Recorder heard = new Recorder();

        trainer(heard)
                .train(TrainingTask.of(line, batchSize, recipe, new WhitePixels(6), new Seed(1)));

        assertThat(heard.epochs.get(0).loss()).isCloseTo((4 * 4 + 2 * 2) / 6.0, within(1e-6));
    }

    @Test
    void weightsAreTheSameBitsWhateverTheNumberOfLoaderThreads() {
        Layer one = SmallNetworks.withBatchNorm(manager);
        Layer several = SmallNetworks.withBatchNorm(manager);

        trainer(TrainingListener.NONE).train(task(one, recipe(SGD, 3), 2));
        new Trainer(manager, new Prefetch(3, 5), TrainingListener.NONE, StepEnd.NOTHING)
                .train(task(several, recipe(SGD, 3), 2));

        assertThat(SmallNetworks.save(several)).isEqualTo(SmallNetworks.save(one));
        assertThat(SmallNetworks.save(one))
                .isNotEqualTo(SmallNetworks.save(SmallNetworks.withBatchNorm(manager)));
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "true, 2", "false, 0", "false, 1"})
    void aResumedTrainingEndsWithTheSameBits(boolean adam, int stepsDone) {
        TrainingRecipe recipe = recipe(adam ? ADAM : SGD, 5).withSchedule(ScheduleSpec.cosine());
        Layer uninterrupted = SmallNetworks.withBatchNorm(manager);
        Map<String, Buffer> weights = new LinkedHashMap<>();
        List<Weights> state = new ArrayList<>();
        List<TrainingPosition> saved = new ArrayList<>();
        StepEnd checkpoint =
                moment -> {
                    TrainingPosition position = moment.position();
                    if (position.epochsDone() == 2 && position.stepsDone() == stepsDone) {
                        saved.add(position);
                        weights.putAll(SmallNetworks.save(uninterrupted));
                        state.add(moment.optimizerState());
                    }
                };
        Recorder whole = new Recorder();
        new Trainer(manager, ONE_THREAD, whole, checkpoint).train(task(uninterrupted, recipe, 2));
        Layer resumed = SmallNetworks.withBatchNorm(manager);
        SmallNetworks.load(resumed, weights, manager);
        Recorder heard = new Recorder();

        trainer(heard).resume(task(resumed, recipe, 2), saved.get(0), state.get(0));

        assertThat(state.get(0).tensors()).isNotEmpty();
        assertThat(heard.epochs).extracting(EpochReport::epoch).containsExactly(3, 4, 5);
        assertThat(heard.epochs)
                .extracting(EpochReport::loss)
                .isEqualTo(whole.epochs.subList(2, 5).stream().map(EpochReport::loss).toList());
        assertThat(heard.epochs)
                .extracting(EpochReport::gradientNorm)
                .isEqualTo(
                        whole.epochs.subList(2, 5).stream()
                                .map(EpochReport::gradientNorm)
                                .toList());
        assertThat(SmallNetworks.save(resumed)).isEqualTo(SmallNetworks.save(uninterrupted));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 3})
    void noArrayIsLeftBehindByAStep(int microBatch) {
        Layer network = SmallNetworks.withBatchNorm(manager);
        int before = manager.getManagedArrays().size();
        Set<Integer> during = new HashSet<>();
        List<Integer> steps = new ArrayList<>();
        TrainingListener counting =
                new TrainingListener() {
                    @Override
                    public void step(int epoch, int step, int of, double loss, int images) {
                        during.add(manager.getManagedArrays().size());
                        steps.add(step);
                    }
                };

        trainer(counting).train(task(network, recipe(ADAM, 10).withMicroBatch(microBatch), 2));

        assertThat(steps).hasSize(30);
        assertThat(during).hasSize(1);
        assertThat(manager.getManagedArrays()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aLossThatIsNotFiniteStopsBeforeTheWeightsChange(float bad) {
        Network network = SmallNetworks.withBatchNorm(manager);
        List<Map<String, Buffer>> afterStep = new ArrayList<>();
        BatchLoss turnsBad =
                (outputs, indices) ->
                        SmallNetworks.distanceFromParity(outputs, indices)
                                .mul(afterStep.size() == 4 ? bad : 1);
        TrainingListener saving =
                new TrainingListener() {
                    @Override
                    public void step(int epoch, int step, int of, double loss, int images) {
                        afterStep.add(weights(network));
                    }
                };
        TrainingTask task = TrainingTask.of(network, turnsBad, recipe(SGD, 5), IMAGES, new Seed(1));

        assertThatThrownBy(() -> trainer(saving).train(task))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the loss is %s in epoch 2, step 2: training diverged; lower the learning rate (it was 0.05) or add warm-up epochs"
                                .formatted(bad))
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
        assertThat(afterStep).hasSize(4);
        assertThat(weights(network)).isEqualTo(afterStep.get(3)).isNotEqualTo(afterStep.get(2));
    }

    @Test
    void aGradientThatIsNotFiniteStopsBeforeTheWeightsChange() {
        Network network = SmallNetworks.line(manager, 1, 0);
        // Zero in value, infinite in slope.
        BatchLoss cliff = (outputs, indices) -> outputs.sub(outputs.stopGradient()).sqrt().sum();
        TrainingRecipe recipe = TrainingRecipe.of(1, 4, OptimizerSpec.sgd(0.1)).withClipNorm(1);
        TrainingTask task =
                TrainingTask.of(network, cliff, recipe, new WhitePixels(4), new Seed(1));

        assertThatThrownBy(() -> trainer(TrainingListener.NONE).train(task))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "the gradient's norm is Infinity in epoch 1, step 1: no weight was changed before: look at the strategy's or evaluator's options, such as temperature, and at the weights it starts from");
        assertThat(value(network, "head.weight")).isEqualTo(1);
    }

    @Test
    void weightsThatAreNotFiniteAreNotHandedOnAtTheEndOfAnEpoch() {
        Network network = SmallNetworks.line(manager, 1, 0);
        BatchLoss steep = (outputs, indices) -> outputs.mean().mul(Scalars.like(outputs, 1e12));
        List<TrainingPosition> checkpoints = new ArrayList<>();
        Trainer trainer =
                new Trainer(
                        manager,
                        ONE_THREAD,
                        TrainingListener.NONE,
                        moment -> checkpoints.add(moment.position()));
        TrainingRecipe recipe = TrainingRecipe.of(1, 4, OptimizerSpec.sgd(1e30));
        TrainingTask task =
                TrainingTask.of(network, steep, recipe, new WhitePixels(4), new Seed(1));

        assertThatThrownBy(() -> trainer.train(task))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(
                        "the weights of head.weight are no longer finite after epoch 1: training diverged; lower the learning rate (it was 1.0E30)");
        assertThat(checkpoints).isEmpty();
    }

    @Test
    void norIsACopyOfThemMadeBetweenTwoSteps() {
        Network network = SmallNetworks.line(manager, 1, 0);
        BatchLoss steep = (outputs, indices) -> outputs.mean().mul(Scalars.like(outputs, 1e12));
        List<Weights> copies = new ArrayList<>();
        Trainer trainer =
                new Trainer(
                        manager,
                        ONE_THREAD,
                        TrainingListener.NONE,
                        moment -> copies.add(moment.networkState()));
        TrainingRecipe recipe = TrainingRecipe.of(1, 4, OptimizerSpec.sgd(1e30));
        TrainingTask task =
                TrainingTask.of(network, steep, recipe, new WhitePixels(8), new Seed(1));

        assertThatThrownBy(() -> trainer.train(task))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(
                        "the weights of head.weight are no longer finite in epoch 1, after step 1: training diverged; lower the learning rate (it was 1.0E30)")
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
        assertThat(copies).isEmpty();
    }

    @Test
    void aGradientLongerThanTheClipIsScaledDownToIt() {
        Network line = SmallNetworks.line(manager, 0.5f, 0);
        BatchLoss distanceFromTwo =
                (outputs, indices) -> outputs.sub(Scalars.like(outputs, 2)).square().mean();
        TrainingRecipe recipe = TrainingRecipe.of(1, 2, OptimizerSpec.sgd(0.1)).withClipNorm(0.5);
        Recorder heard = new Recorder();

        trainer(heard)
                .train(
                        TrainingTask.of(
                                line, distanceFromTwo, recipe, new WhitePixels(2), new Seed(1)));

        // The gradient is (-3, -3), its length 3 sqrt(2); torch's 1e-6 in the divisor is below
        // float32 here.
        double clipped = 0.5 / Math.sqrt(2);
        assertThat(heard.epochs.get(0).gradientNorm().orElseThrow())
                .isCloseTo(3 * Math.sqrt(2), within(1e-6));
        assertThat(value(line, "head.weight"))
                .isCloseTo((float) (0.5 + 0.1 * clipped), within(1e-6f));
        assertThat(value(line, "head.bias")).isCloseTo((float) (0.1 * clipped), within(1e-6f));
    }

    @Test
    void aGradientShorterThanTheClipIsLeftAlone() {
        Layer free = SmallNetworks.withBatchNorm(manager);
        Layer clipped = SmallNetworks.withBatchNorm(manager);

        trainer(TrainingListener.NONE).train(task(free, recipe(SGD, 2), 2));
        trainer(TrainingListener.NONE).train(task(clipped, recipe(SGD, 2).withClipNorm(1e6), 2));

        assertThat(SmallNetworks.save(clipped)).isEqualTo(SmallNetworks.save(free));
    }

    @Test
    void theReportHasTheMeanOfPositivesOverImages() {
        BatchLoss sizeAsPositives =
                new BatchLoss() {
                    @Override
                    public NDArray loss(NDArray outputs, int[] indices) {
                        return SmallNetworks.distanceFromParity(outputs, indices);
                    }

                    @Override
                    public OptionalDouble positivesPerAnchor(int[] indices) {
                        return OptionalDouble.of(indices.length);
                    }
                };
        Recorder heard = new Recorder();

        trainer(heard)
                .train(
                        TrainingTask.of(
                                        SmallNetworks.withBatchNorm(manager),
                                        sizeAsPositives,
                                        recipe(SGD, 1),
                                        IMAGES,
                                        new Seed(1))
                                .withViewsPerImage(2));

        assertThat(heard.epochs.get(0).positivesPerAnchor().orElseThrow())
                .isCloseTo((8 * 8 + 8 * 8 + 5 * 5) / 21.0, within(1e-12));
    }

    @Test
    void anInterruptedThreadStopsBetweenSteps() {
        TrainingListener interrupting =
                new TrainingListener() {
                    @Override
                    public void step(int epoch, int step, int of, double loss, int images) {
                        Thread.currentThread().interrupt();
                    }
                };
        Layer network = SmallNetworks.withBatchNorm(manager);

        assertThatThrownBy(() -> trainer(interrupting).train(task(network, recipe(SGD, 5), 1)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void trainsInAThreadThatDidNotLoadTheEngine() throws InterruptedException {
        Layer here = SmallNetworks.withBatchNorm(manager);
        Layer elsewhere = SmallNetworks.withBatchNorm(manager);
        trainer(TrainingListener.NONE).train(task(here, recipe(SGD, 2), 2));

        Thread thread =
                new Thread(
                        () ->
                                trainer(TrainingListener.NONE)
                                        .train(task(elsewhere, recipe(SGD, 2), 2)));
        thread.start();
        thread.join();

        assertThat(SmallNetworks.save(elsewhere)).isEqualTo(SmallNetworks.save(here));
    }

    private Trainer trainer(TrainingListener listener) {
        return new Trainer(manager, ONE_THREAD, listener, StepEnd.NOTHING);
    }

    private static TrainingTask task(Layer network, TrainingRecipe recipe, int views) {
        return TrainingTask.of(
                        network, SmallNetworks::distanceFromParity, recipe, IMAGES, new Seed(1))
                .withViewsPerImage(views);
    }

    private static TrainingRecipe recipe(OptimizerSpec optimizer, int epochs) {
        return TrainingRecipe.of(epochs, 8, optimizer)
                .withAugmentation(AugmentationSpec.contrastive().withCropScale(0.6, 1));
    }

    /** The trained values alone: batch statistics move in the forward pass. */
    private static Map<String, Buffer> weights(Layer network) {
        Map<String, Buffer> values = SmallNetworks.save(network);
        values.keySet().removeIf(name -> !network.parameters().get(name).trainable());
        return values;
    }

    private static float value(Layer network, String name) {
        NDArray array = network.parameters().get(name).array();
        assertThat(array.getShape().size()).isEqualTo(new Shape(1).size());
        return array.toFloatArray()[0];
    }

    /** Images of one white pixel. */
    private static final class WhitePixels extends GeneratedImages {
        private WhitePixels(int count) {
            super(count, 1, 1);
        }

        @Override
        public void read(int index, byte[] destination) {
            destination[0] = (byte) 255;
        }
    }
}
