/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.nn.layer.Parameters;
import org.modan.spi.Affinity;
import org.modan.spi.AugmentationSpec;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.Layer;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.Mode;
import org.modan.spi.Objective;
import org.modan.spi.OptimizerSpec;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.ScheduleSpec;
import org.modan.spi.Seed;
import org.modan.spi.StemAdaptation;
import org.modan.spi.Targets;
import org.modan.spi.TrainingRecipe;

/** The arms as the paper's Table 2 has them. */
class StrategiesTest {

    private static final CorpusInfo CORPUS =
            CorpusInfo.of(
                            6,
                            List.of(
                                    MetadataField.of("modality", List.of("CT", "MR")),
                                    MetadataField.of("anatomy", List.of("head"))),
                            List.of("normal", "tear", "cyst"))
                    .withImagesPerClass(List.of(3, 2, 1));

    @ParameterizedTest
    @ValueSource(strings = {"mulsupcon", "simclr"})
    void contrastiveArmsHaveTheSettingsOfTable2(String name) {
        Objective objective = objective(name, Map.of());

        assertThat(objective.viewsPerImage()).isEqualTo(2);
        TrainingRecipe recipe = objective.defaults();
        assertThat(recipe.epochs()).isEqualTo(1000);
        assertThat(recipe.batchSize()).isEqualTo(256);
        OptimizerSpec optimizer = recipe.optimizer();
        assertThat(optimizer.rule()).isEqualTo(OptimizerSpec.Rule.SGD);
        assertThat(optimizer.learningRate()).isEqualTo(0.05);
        assertThat(optimizer.momentum()).isEqualTo(0.9);
        assertThat(optimizer.weightDecay()).isEqualTo(1e-4);
        assertThat(optimizer.nesterov()).isFalse();
        assertThat(recipe.schedule().shape()).isEqualTo(ScheduleSpec.Shape.CONSTANT);
        AugmentationSpec views = recipe.augmentation();
        assertThat(List.of(views.minScale(), views.maxScale())).containsExactly(0.2, 1.0);
        assertThat(views.flipProbability()).isEqualTo(0.5);
        assertThat(views.jitterProbability()).isEqualTo(0.8);
    }

    @Test
    void temperaturesAndThresholdAreThoseOfTable2() {
        assertThat(defaults("mulsupcon"))
                .containsEntry("temperature", 0.07)
                .containsEntry("threshold", 0.3)
                .containsEntry("projection", 128)
                .doesNotContainKey("field-weights");
        assertThat(defaults("simclr")).containsEntry("temperature", 0.10);
    }

    @Test
    void theSupervisedArmIsAdamOverTheClassesOfTheCorpus() {
        Objective objective = objective("supervised", Map.of());

        assertThat(objective.viewsPerImage()).isEqualTo(1);
        assertThat(objective.head(8).parameters().get("weight").shape()).isEqualTo(new Shape(3, 8));
        OptimizerSpec optimizer = objective.defaults().optimizer();
        assertThat(optimizer.rule()).isEqualTo(OptimizerSpec.Rule.ADAM);
        assertThat(optimizer.learningRate()).isEqualTo(1e-3);
        assertThat(objective.defaults().epochs()).isEqualTo(1000);
    }

    @Test
    void scratchDoesNotTrain() {
        assertThat(initialization("scratch", CORPUS, Map.of()))
                .isInstanceOf(Initialization.Random.class);
    }

    @Test
    void imagenetLoadsItsFileAndAdaptsTheStemOnlyWhenAskedTo() {
        Path file = Path.of("resnet18.pth").toAbsolutePath();

        assertThat(initialization("imagenet", CORPUS, Map.of("weights", "resnet18.pth")))
                .isInstanceOfSatisfying(
                        Initialization.Load.class,
                        load -> {
                            assertThat(load.weights()).isEqualTo(file);
                            assertThat(load.stem()).isEqualTo(StemAdaptation.STRICT);
                        });
        assertThat(
                        initialization(
                                "imagenet",
                                CORPUS,
                                Map.of("weights", "resnet18.pth", "conv1", "sum-rgb")))
                .isInstanceOfSatisfying(
                        Initialization.Load.class,
                        load -> assertThat(load.stem()).isEqualTo(StemAdaptation.SUM_RGB));
    }

    @Test
    void onlyMulSupConLooksAtMetadata() {
        assertThat(objective("mulsupcon", Map.of()).usesMetadata()).isTrue();
        assertThat(objective("simclr", Map.of()).usesMetadata()).isFalse();
        assertThat(objective("supervised", Map.of()).usesMetadata()).isFalse();
    }

    @Test
    void onlySupervisedLooksAtClasses() {
        assertThat(objective("mulsupcon", Map.of()).usesClasses()).isFalse();
        assertThat(objective("simclr", Map.of()).usesClasses()).isFalse();
        assertThat(objective("supervised", Map.of()).usesClasses()).isTrue();
    }

    @Test
    void positivesAreByMetadataInMulSupConByImageInSimClrAndNoneInSupervised() {
        float[] headCt = {1, 0, 1};
        float[] headMr = {0, 1, 1};
        Affinity mulsupcon = objective("mulsupcon", Map.of()).affinity().orElseThrow();
        assertThat(mulsupcon.description()).isEqualTo("Jaccard similarity of at least 0.3");
        assertThat(mulsupcon.similarity(headCt, headMr)).isEqualTo(1 / 3f);
        assertThat(mulsupcon.isPositive(1 / 3f)).isTrue();

        Affinity simclr = objective("simclr", Map.of()).affinity().orElseThrow();
        assertThat(simclr.isPositive(simclr.similarity(headCt, headCt))).isFalse();

        assertThat(objective("supervised", Map.of()).affinity()).isEmpty();
    }

    @Test
    void aFieldCountsByItsWeightAndOneThatIsNotNamedByOne() {
        float[] headCt = {1, 0, 1};
        float[] headMr = {0, 1, 1};

        assertThat(similarity(Map.of("anatomy", 2), headCt, headMr)).isEqualTo(2 / 4f);
        assertThat(similarity(Map.of("anatomy", "0.75", "modality", 0.5), headCt, headMr))
                .isEqualTo(0.75f / 1.75f);
        assertThat(similarity(Map.of("modality", 0), headCt, headMr)).isEqualTo(1);
        assertThat(similarity(Map.of("anatomy", 1.0), headCt, headMr)).isEqualTo(1 / 3f);
    }

    @Test
    void weightsOfNoFieldOrOfNothingAreRefused() {
        assertThatThrownBy(() -> objective("mulsupcon", weights(Map.of("anatomi", 2, "device", 1))))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "field-weights: no image of the corpus has the field anatomi, device; it has anatomy, modality");
        assertThatThrownBy(
                        () -> objective("mulsupcon", weights(Map.of("modality", 0, "anatomy", 0))))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "field-weights: all fields have weight 0; give one of modality, anatomy more");
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        assertThat(problems(weights(Map.of("modality", -1))))
                .containsExactly(
                        "field-weights must be from 0 to 1000 each, of at most 3 decimals, not {modality=-1}");
        assertThat(problems(weights(Map.of("modality", 0.12345))))
                .containsExactly(
                        "field-weights must be from 0 to 1000 each, of at most 3 decimals, not {modality=0.12345}");
        assertThat(problems(weights(Map.of("modality", "two"))))
                .containsExactly("field-weights must be a finite number for modality, not 'two'");
        assertThat(problems(Map.of("field-weights", List.of(2, 1))))
                .containsExactly("field-weights must be 'name: value' pairs, not '[2, 1]'");
        assertThat(problems(weights(Map.of("modality", 1e3, "anatomy", 0.125)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mulsupcon", "simclr", "supervised"})
    void theLossIsFiniteWhateverIsMissing(String name) {
        Objective objective = objective(name, Map.of());
        try (NDManager manager = NDManager.newBaseManager()) {
            Layer head = objective.head(8);
            Parameters.initialise(head, manager, new Seed(1));
            long rows = 4L * objective.viewsPerImage();
            NDArray outputs =
                    head.forward(
                            manager.arange((float) rows * 8)
                                    .reshape(rows, 8)
                                    .toType(DataType.FLOAT32, false),
                            Mode.TRAIN);
            Targets nothingKnown =
                    Targets.of(
                            manager.zeros(new Shape(4, 3)),
                            manager.create(new long[] {-1, 0, 1, 2}));

            assertThat(objective.loss(outputs, nothingKnown).getFloat()).isFinite();
        }
    }

    @Test
    void everyOptionReachesItsPlace() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray outputs =
                    manager.create(
                            new float[] {1, 0, 0, 1, 1, 1, 1, 0.5f, 0, 1, 0.5f, 1},
                            new Shape(6, 2));
            Targets targets =
                    Targets.of(
                            manager.create(
                                    new float[] {1, 0, 1, 1, 0, 0, 1, 0, 0}, new Shape(3, 3)),
                            manager.create(new long[] {0, 1, 2}));
            float base = objective("mulsupcon", Map.of()).loss(outputs, targets).getFloat();

            assertThat(loss(Map.of("temperature", 0.5), outputs, targets)).isNotEqualTo(base);
            assertThat(loss(Map.of("threshold", 1.0), outputs, targets)).isNotEqualTo(base);
            assertThat(loss(weights(Map.of("modality", 3)), outputs, targets)).isNotEqualTo(base);
            assertThat(loss(weights(Map.of("modality", 1)), outputs, targets)).isEqualTo(base);
            assertThat(objective("mulsupcon", Map.of("projection", 16)).head(8).parameters())
                    .extractingByKey("2.bias")
                    .extracting(parameter -> parameter.shape())
                    .isEqualTo(new Shape(16));
        }
    }

    @Test
    void refusesTemperatureZeroAndAThresholdAboveOne() {
        assertThat(problems(Map.of("temperature", 0, "threshold", 1.5)))
                .containsExactly(
                        "temperature must be at least 0.000001, not 0",
                        "threshold must be from 0 to 1, not 1.5");
    }

    @Test
    void supervisedNeedsImagesOfTwoClasses() {
        CorpusInfo secondIsEmpty =
                CorpusInfo.of(5, List.of(), List.of("benign", "malignant"))
                        .withImagesPerClass(List.of(5, 0));
        CorpusInfo unlabelled =
                CorpusInfo.of(5, List.of(), List.of("benign", "malignant"))
                        .withImagesPerClass(List.of(0, 0));

        assertThatThrownBy(() -> initialization("supervised", secondIsEmpty, Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "supervised needs a corpus with images of at least two classes, this one has those of benign only; choose another corpus or strategy");
        assertThatThrownBy(() -> initialization("supervised", unlabelled, Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "supervised needs a corpus with images of at least two classes, this one has none; choose another corpus or strategy");
    }

    @Test
    void supervisedTrustsACorpusThatNobodyHasCounted() {
        CorpusInfo uncounted = CorpusInfo.of(5, List.of(), List.of("benign", "malignant"));
        CorpusInfo withoutClasses = CorpusInfo.of(5, List.of(), List.of());

        assertThat(initialization("supervised", uncounted, Map.of()))
                .isInstanceOf(Initialization.Train.class);
        assertThatThrownBy(() -> initialization("supervised", withoutClasses, Map.of()))
                .hasMessageStartingWith("supervised needs a corpus with images of at least two");
    }

    private static List<String> problems(Map<String, ?> options) {
        List<String> problems = new ArrayList<>();
        factory("mulsupcon")
                .options()
                .resolve(
                        options,
                        Path.of(""),
                        problem -> problems.add(problem.option() + " " + problem.message()));
        return problems;
    }

    private static Map<String, Object> weights(Map<String, ?> byField) {
        return Map.of("field-weights", byField);
    }

    private static float similarity(Map<String, ?> byField, float[] first, float[] second) {
        return objective("mulsupcon", weights(byField))
                .affinity()
                .orElseThrow()
                .similarity(first, second);
    }

    private static float loss(Map<String, ?> options, NDArray outputs, Targets targets) {
        return objective("mulsupcon", options).loss(outputs, targets).getFloat();
    }

    private static Objective objective(String name, Map<String, ?> options) {
        return ((Initialization.Train) initialization(name, CORPUS, options)).objective();
    }

    private static Initialization initialization(
            String name, CorpusInfo corpus, Map<String, ?> options) {
        PretrainStrategyFactory factory = factory(name);
        return factory.create(resolve(factory.options(), options), new RecordingPluginContext())
                .initialize(corpus);
    }

    private static Map<String, Object> defaults(String name) {
        return resolve(factory(name).options(), Map.of()).asMap();
    }

    private static Options resolve(OptionSpec spec, Map<String, ?> options) {
        return spec.resolve(
                options,
                Path.of(""),
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private static PretrainStrategyFactory factory(String name) {
        return new PretrainPlugin()
                .pretrainStrategies().stream()
                        .filter(factory -> factory.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
