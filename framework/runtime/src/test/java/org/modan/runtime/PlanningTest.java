/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.internal.weights.HostTensor;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.nn.internal.weights.Weights;
import org.modan.nn.layer.ResNet;
import org.modan.nn.layer.Stem;
import org.modan.runtime.cost.CostEstimate;
import org.modan.runtime.cost.CostEstimate.Item;
import org.modan.runtime.cost.StepTimer;
import org.modan.runtime.cost.StepTimes;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.plan.Selection;
import org.modan.runtime.plan.Task;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Parameter;
import org.modan.spi.Seed;

/** What a change of an experiment re-does, and what it leaves alone. */
class PlanningTest {

    private static final ExtensionCatalog CATALOG =
            ExtensionCatalog.of(new PluginLoading(List.of(SketchPlugin.loaded()), List.of()));

    @TempDir private static Path cache;

    @Test
    void theSameExperimentHasTheSameCells() {
        assertThat(keys(plan())).isEqualTo(keys(plan())).hasSize(2 + 2 * 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=8",
                "encoder.name=resnet34",
                "encoder.stem=7x7s2",
                "encoder.channels=3",
                "encoder.memory-layout=channels-last"
            })
    void whatConcernsEveryEncoderRedoesEverything(String change) {
        assertThat(keys(plan(change))).hasSize(8).doesNotContainAnyElementsOf(keys(plan()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pretrain.training.epochs=5",
                "pretrain.training.batch-size=4",
                "pretrain.training.micro-batch=2",
                "pretrain.training.clip-norm=1",
                "pretrain.training.optimizer={name: sgd, lr: 0.2}",
                "pretrain.training.optimizer={decay-batch-norm: false}",
                "pretrain.training.schedule={name: cosine}",
                "pretrain.training.augmentation={flip: 0.5}",
                "pretrain.training.strength=0.6",
                "corpus.grey=10",
                "corpus.images=11",
                "corpus.window=2",
                "corpus.folder=other/",
                "corpus.anatomy=chest",
                "corpus.first-label=1",
                "metadata=[modality]",
                "metadata=[anatomy, modality]"
            })
    void whatConcernsTheTrainingRedoesTheTrainedArmAlone(String change) {
        Plan before = plan();
        Plan after = plan(change);

        assertThat(keys(after, "untrained")).isEqualTo(keys(before, "untrained"));
        assertThat(keys(after, "training"))
                .hasSameSizeAs(keys(before, "training"))
                .doesNotContainAnyElementsOf(keys(before, "training"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tasks.painted.grey=10",
                "tasks.painted.images=12",
                "evaluators.judge.epochs=2",
                "protocol.folds=3"
            })
    void whatConcernsTheTaskRedoesEvaluationsAlone(String change) {
        Plan before = plan();
        Plan after = plan(change);

        assertThat(keys(after.pretraining())).isEqualTo(keys(before.pretraining()));
        assertThat(keys(after.evaluation()))
                .hasSize(6)
                .doesNotContainAnyElementsOf(keys(before.evaluation()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus.root=elsewhere",
                "tasks.painted.root=elsewhere",
                "name=other",
                "compare={alternative: greater}",
                "checkpoint.every-epochs=3",
                "checkpoint={every-minutes: 0.5}",
                "corpus.per-patient=4",
                "pretrain.training.micro-batch=500",
                "pretrain.training.optimizer={name: sgd, lr: 0.1}",
                "pretrain.training.epochs=4"
            })
    void whereThingsLieAndWhatIsSaidTwiceRedoesNothing(String change) {
        assertThat(keys(plan(change))).isEqualTo(keys(plan()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reads-metadata: false | corpus.anatomy=chest",
                "reads-metadata: false | metadata=[modality]",
                "reads-classes: false  | corpus.first-label=1",
            })
    void whatATrainingDoesNotLookAtDoesNotRedoIt(String blind, String change) {
        String arm = "pretrain=[{strategy: training, %s}]".formatted(blind);

        assertThat(keys(plan(arm, change))).isEqualTo(keys(plan(arm)));
        assertThat(keys(plan(arm, "corpus.window=2"))).isNotEqualTo(keys(plan(arm)));
    }

    @Test
    void theValuesOfAFieldThatIsNotChosenRedoNothing() {
        assertThat(keys(plan("metadata=[modality]", "corpus.anatomy=chest")))
                .isEqualTo(keys(plan("metadata=[modality]")));
    }

    @Test
    void renamingValuesRedoesWhatLooksAtTheirField() {
        String values = "values={modality: {CT: XR}}";

        assertThat(keys(plan("metadata=[anatomy]", values).pretraining()))
                .isEqualTo(keys(plan("metadata=[anatomy]").pretraining()));
        assertThat(plan(values).encoders().get("untrained").key())
                .isEqualTo(plan().encoders().get("untrained").key());
        assertThat(plan(values).encoders().get("training").key())
                .isNotEqualTo(plan().encoders().get("training").key());
        assertThat(plan(values).encoders().get("training").metadataRecord().get("fields"))
                .asString()
                .contains("values=[US, XR]");
        assertThat(keys(plan("values={modality: {CT: CT}}"))).isEqualTo(keys(plan()));
    }

    @Test
    void whatNoDatasetHasCannotBeRenamed() {
        assertThatThrownBy(() -> plan("values={modalty: {CT: XR}}"))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "values: no dataset of the experiment has the field modalty; there are anatomy, modality; did you mean modality?")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThat(plan("values={modality: {ct: XR, US: ultrasound}}").warnings())
                .contains(
                        "values: no image has modality ct, so its rule does nothing; there are CT, US; did you mean CT?");
    }

    @Test
    void aMatrixOfValuesReadsEachDatasetOnce() {
        Plan plan = plan("matrix={values: [{}, {modality: {CT: XR}}]}");

        assertThat(plan.datasets()).hasSameSizeAs(plan().datasets());
        assertThat(plan.encoders().get("training[values=]").metadataRecord())
                .isNotEqualTo(
                        plan.encoders().get("training[values=modality:CT:XR]").metadataRecord());
    }

    @Test
    void aPlanIsThatOfTheImagesThatCanBeRead() {
        String[] skip = {"on-bad-image=skip", "tasks.painted.cut=3", "corpus.cut=1"};
        Plan plan = plan(skip);

        assertThat(keys(plan)).isEqualTo(keys(plan())).isEqualTo(keys(plan("on-bad-image=skip")));
        Task task = plan.tasks().get("painted");
        assertThat(task.dataset().samples()).hasSize(20);
        for (int fold = 0; fold < 2; fold++) {
            assertThat(task.folds().test(0, fold))
                    .isEqualTo(plan().tasks().get("painted").folds().test(0, fold));
        }
        assertThat(plan.skippedCounts()).isEqualTo(Map.of("corpus", 1, "tasks.painted", 3));
        assertThat(plan.warnings())
                .contains(
                        "corpus: 1 of 21 images cannot be read and is left out: cut0.png (ends after 7 bytes; the file is cut off)")
                .anyMatch(warning -> warning.startsWith("tasks.painted: 3 of 23 images"));
        assertThat(plan.encoders().get("training").skippedImages()).isEqualTo(Map.of("corpus", 1));
        assertThat(plan.encoders().get("untrained").skippedImages()).isEmpty();
        assertThat(plan.evaluation().get(0).skippedImages())
                .isEqualTo(Map.of("corpus", 1, "tasks.painted", 3));
        assertThat(plan("on-bad-image=skip").skippedCounts()).isEmpty();
    }

    @Test
    void theImageSizeRedoesTrainingAndEvaluationsButNoEncoderThatDoesNotTrain() {
        Plan before = plan();
        Plan after = plan("image-size=32");

        PretrainCell untrained = after.encoders().get("untrained");
        assertThat(untrained.key()).isEqualTo(before.encoders().get("untrained").key());
        assertThat(untrained.imageFormat().size()).isEqualTo(32);
        assertThat(after.encoders().get("training").key())
                .isNotEqualTo(before.encoders().get("training").key());
        assertThat(keys(after.evaluation())).doesNotContainAnyElementsOf(keys(before.evaluation()));
    }

    @Test
    void aLoadedEncoderIsWhatIsInItsFile(@TempDir Path folder) throws IOException {
        Path file = weights(folder.resolve("weights.safetensors"), 1);
        Path copy = Files.copy(file, folder.resolve("copy.pth"));
        Path other = weights(folder.resolve("other.safetensors"), 2);

        assertThat(loaded(file, "strict", "seed=8", "image-size=32", "corpus.grey=10"))
                .isEqualTo(loaded(file, "strict"))
                .isEqualTo(loaded(copy, "strict"))
                .isNotEqualTo(loaded(other, "strict"))
                .isNotEqualTo(loaded(file, "strict", "encoder.memory-layout=channels-last"));
        assertThat(loaded(file, "reinit"))
                .as("the values drawn anew are the seed's")
                .isEqualTo(loaded(file, "reinit", "image-size=32"))
                .isNotEqualTo(loaded(file, "reinit", "seed=8"));
    }

    @Test
    void whatCannotBeLoadedIsToldWithAllElseThatIsWrong(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("page.pth"), "<html>404 Not Found</html>");
        Path file = weights(folder.resolve("weights.safetensors"), 1);

        Map<String, Object> tree = tree();
        tree.put(
                "pretrain",
                List.of(
                        Map.of("strategy", "loading", "weights", page.toString()),
                        Map.of("strategy", "untrained", "epochs", 3)));

        assertThatThrownBy(() -> plan(tree, Selection.all()))
                .isInstanceOf(ModanException.class)
                .hasMessageContaining(
                        "pretrain.loading: %s is damaged or no weight file: it begins as neither"
                                .formatted(page))
                .hasMessageContaining("pretrain.untrained: untrained does not train")
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
        assertThatThrownBy(() -> loaded(file, "strict", "encoder.stem=7x7s2"))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith(
                        "pretrain.loading: %s: the weights are not of this encoder: conv1.weight does not fit"
                                .formatted(file));
        assertThatThrownBy(() -> loaded(file, "strict", "encoder.name=resnet34"))
                .hasMessageContaining("set encoder.name to resnet18, or use other weights");
        assertThat(loaded(file, "reinit", "encoder.stem=7x7s2")).isNotNull();
    }

    /** As a ResNet-18 with a 3x3 stem starts. */
    private static Path weights(Path file, long seed) {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        ResNet.create("resnet18", Stem.THREE_BY_THREE, 1)
                .parameters()
                .forEach((name, parameter) -> tensors.put(name, start(parameter, seed)));
        Safetensors.write(file, Weights.ofTensors(tensors), Map.of());
        return file;
    }

    private static HostTensor start(Parameter parameter, long seed) {
        return parameter.type() == DataType.INT64
                ? HostTensor.of(parameter.shape(), 0L)
                : HostTensor.of(parameter.shape(), parameter.start(new Seed(seed).random()));
    }

    private static CellKey loaded(Path file, String conv1, String... sets) {
        Map<String, Object> tree = tree();
        tree.put(
                "pretrain",
                List.of(Map.of("strategy", "loading", "weights", file.toString(), "conv1", conv1)));
        return plan(tree, Selection.all(), sets).encoders().get("loading").key();
    }

    @Test
    void listedFoldsTakeThePlaceOfDrawnOnes(@TempDir Path folder) throws IOException {
        Plan drawn = plan();
        Task task = drawn.tasks().get("painted");
        writeLists(task, folder);

        Plan listed = plan("tasks.painted.folds={import: '%s'}".formatted(folder));

        int[] second = listed.tasks().get("painted").folds().test(2, 1);
        assertThat(second).hasSize(task.dataset().samples().size() / 2);
        assertThat(second).startsWith(2, 3, 6, 7);
        assertThat(listed.warnings())
                .contains(
                        "tasks.painted: folds that are listed are not redrawn: its 3 repeats differ in training alone");
        assertThat(keys(listed.evaluation())).doesNotContainAnyElementsOf(keys(drawn.evaluation()));
        assertThat(keys(listed.pretraining())).isEqualTo(keys(drawn.pretraining()));
        assertThatThrownBy(
                        () ->
                                plan(
                                        "tasks.painted.folds={import: '%s'}".formatted(folder),
                                        "protocol.folds=3"))
                .hasMessage(
                        "tasks.painted: %s lists 2 folds, but protocol.folds is 3; set that to 2"
                                .formatted(folder));
        assertThatThrownBy(() -> plan("tasks.painted.folds={imprt: x}"))
                .hasMessageContainingAll("imprt", "did you mean import?");
    }

    @Test
    void moreRepeatsKeepThoseThereAre() {
        assertThat(keys(plan("protocol.repeats=5"))).hasSize(12).containsAll(keys(plan()));
    }

    @Test
    void anArmMoreKeepsTheOthers() {
        Plan more =
                plan("pretrain=[training, untrained, {id: long, strategy: training, epochs: 9}]");

        assertThat(keys(more)).hasSize(8 + 4).containsAll(keys(plan()));
    }

    @Test
    void thePaperProfileTestsOnTheSameFoldsInEveryRepeatWithOtherSeeds() {
        Plan plan = plan("protocol.profile=paper");

        assertThat(plan.evaluation().stream().map(cell -> cell.identity().get("folds")).distinct())
                .hasSize(1);
        assertThat(plan.evaluation().stream().map(cell -> cell.seed()).distinct()).hasSize(3);
        assertThat(keys(plan)).hasSize(8);
    }

    @Test
    void allArmsAreJudgedUnderTheSameDraws() {
        Map<Integer, Set<Object>> seeds =
                plan().evaluation().stream()
                        .collect(
                                Collectors.groupingBy(
                                        cell -> cell.repeat(),
                                        Collectors.mapping(
                                                cell -> cell.seed(), Collectors.toSet())));

        assertThat(seeds).hasSize(3);
        assertThat(seeds.values()).allSatisfy(ofRepeat -> assertThat(ofRepeat).hasSize(1));
    }

    @Test
    void whatDoesNotDependOnAnAxisOfTheMatrixIsPlannedOnce() {
        Plan plan = plan("matrix={metadata: [[modality, anatomy], [modality]]}");

        assertThat(plan.pretraining()).hasSize(3);
        assertThat(plan.evaluation()).hasSize(9);
        assertThat(plan.entries()).hasSize(12);
        assertThat(plan.entries().stream().map(Plan.Entry::arm).distinct())
                .containsExactly(
                        "training[metadata=modality+anatomy]",
                        "untrained[metadata=modality+anatomy]",
                        "training[metadata=modality]",
                        "untrained[metadata=modality]");
    }

    @Test
    void listedFoldsThatPartPatientsAreTakenOnlyIfTheExperimentSaysSo(@TempDir Path folder)
            throws IOException {
        writeLists(plan().tasks().get("painted"), folder);
        String patients = "tasks.painted.per-patient=3";

        assertThatThrownBy(
                        () ->
                                plan(
                                        patients,
                                        "tasks.painted.folds={import: '%s'}".formatted(folder)))
                .hasMessage(
                        "tasks.painted: the folds have patients on both sides of a split: 6, such as patient 0, patient 1, patient 2; draw the folds (remove folds), or, knowing that the scores mean little, set folds.shared-patients: true");
        assertThat(
                        plan(
                                        patients,
                                        "tasks.painted.folds={import: '%s', shared-patients: true}"
                                                .formatted(folder))
                                .warnings())
                .contains(
                        "tasks.painted: the folds have patients on both sides of a split: 6, such as patient 0, patient 1, patient 2");
    }

    /** Two lists, of the first two of every four images and of the others. */
    private static void writeLists(Task task, Path folder) throws IOException {
        for (int fold = 0; fold < 2; fold++) {
            List<String> lines = new ArrayList<>(List.of("path,label"));
            for (int i = 0; i < task.dataset().samples().size(); i++) {
                if (i / 2 % 2 != fold) {
                    continue;
                }
                lines.add(
                        "%s,%s"
                                .formatted(
                                        task.dataset().samples().get(i).id(),
                                        task.dataset().info().classes().get(task.label(i))));
            }
            Files.write(folder.resolve("painted_test_fold%d.csv".formatted(fold + 1)), lines);
        }
    }

    @Test
    void aControlIsOneCellForAllArms() {
        Plan plan = plan("evaluators=[probe, control]");

        assertThat(plan.evaluation()).hasSize(2 * 3 + 3);
        List<Plan.Entry> controls =
                plan.entries().stream()
                        .filter(entry -> entry.strategy().equals("control"))
                        .toList();
        assertThat(controls).hasSize(3);
        assertThat(controls)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.arm()).isEqualTo("control");
                            assertThat(entry.evaluator()).isEqualTo("control");
                            assertThat(entry.cell().encoder()).isEmpty();
                            assertThat(entry.cell().title())
                                    .isEqualTo(
                                            "control on painted, repeat %d"
                                                    .formatted(entry.repeat()));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"image-size=16", "encoder.name=resnet34", "corpus.grey=10"})
    void noEncoderAndNoSizeOfImagesRedoesAControl(String change) {
        String evaluators = "evaluators=[probe, control]";

        Plan before = plan(evaluators);
        Plan after = plan(evaluators, change);

        assertThat(keys(after.evaluation()))
                .containsAll(controls(before))
                .isNotEqualTo(keys(before.evaluation()));
        assertThat(controls(before)).hasSize(3);
    }

    @Test
    void aSelectedControlNeedsNoEncoder() {
        Selection selection = Selection.parse(List.of("arm=control"));
        Plan plan = plan(tree(), selection, "evaluators=[probe, control]");

        assertThat(plan.pretraining()).isEmpty();
        assertThat(plan.evaluation()).hasSize(3);
    }

    @Test
    void selectingAnArmLeavesControlsOut() {
        Selection selection = Selection.parse(List.of("arm=untrained"));
        Plan plan = plan(tree(), selection, "evaluators=[probe, control]");

        assertThat(plan.evaluation())
                .hasSize(3)
                .allSatisfy(cell -> assertThat(cell.encoder()).isPresent());
    }

    @Test
    void aSelectionRunsItsPartAndTheEncoderThatPartNeeds() {
        Plan plan = plan(Selection.parse(List.of("arm=untrained", "repeat=1")));

        assertThat(plan.pretraining()).hasSize(1);
        assertThat(plan.evaluation()).hasSize(1);
        assertThat(plan.entries()).hasSize(6);
    }

    @Test
    void warnsOfCopiesWithinATaskAndOfImagesTheEncoderHasSeen() {
        assertThat(plan("tasks.painted.grey=7", "metadata=[modality]").warnings())
                .containsExactly(
                        "tasks.painted: 20 of 20 images have a byte-identical copy on the other side of a split, such as 0.png = 2.png");
        assertThat(plan().warnings())
                .contains(
                        "tasks.painted: 20 of 20 images are in the corpus too (19.png = 19.png): encoders have seen them");
    }

    @Test
    void warnsOnceOfAFieldThatTellsNothingApart() {
        assertThat(plan("pretrain=[training, {id: again, strategy: training}]").warnings())
                .containsOnlyOnce(
                        "metadata: anatomy has one value only, breast (20 of 20 images): it makes all that have it more alike and tells none of them apart; leave it out");
        assertThat(plan("pretrain=[untrained]").warnings())
                .noneMatch(warning -> warning.startsWith("metadata"));
    }

    @Test
    void warnsOfArmsThatDifferInMoreThanTheirStrategy() {
        assertThat(
                        plan("pretrain=[training, untrained, {id: longer, strategy: training, strength: 0.7, epochs: 9, optimizer: {name: sgd, lr: 0.2}}]")
                                .warnings())
                .contains(
                        "compare: arms differ in more than their strategy, and so may their results: epochs 4 (training), 9 (longer); optimizer.lr 0.1 (training), 0.2 (longer)");
        assertThat(
                        plan("pretrain=[training, {id: strong, strategy: training, strength: 0.7}]")
                                .warnings())
                .noneMatch(warning -> warning.startsWith("compare"));
    }

    @Test
    void aTrainedEncoderRemembersWhatItWasToldOfItsImages() {
        Map<String, Object> record = plan().pretraining().get(0).metadataRecord();

        assertThat(record)
                .containsEntry("images", 20)
                .containsEntry("images-without-metadata", 0)
                .containsEntry(
                        "fields",
                        List.of(
                                Map.of(
                                        "name",
                                        "modality",
                                        "values",
                                        List.of("CT", "US"),
                                        "images",
                                        List.of(7, 13),
                                        "images-without",
                                        0),
                                Map.of(
                                        "name",
                                        "anatomy",
                                        "values",
                                        List.of("breast"),
                                        "images",
                                        List.of(20),
                                        "images-without",
                                        0)));
        // 7 * 6 / 2 + 13 * 12 / 2 of 20 * 19 / 2 pairs agree in both fields, all others in one.
        assertThat(record.get("positives"))
                .isEqualTo(
                        Map.of(
                                "rule",
                                "Jaccard similarity of at least 0.5",
                                "attainable",
                                List.of(1 / 3f, 1f),
                                "similarities",
                                List.of(
                                        Map.of(
                                                "similarity",
                                                1 / 3f,
                                                "pairs",
                                                91L,
                                                "share",
                                                91 / 190.0,
                                                "positive",
                                                false),
                                        Map.of(
                                                "similarity",
                                                1f,
                                                "pairs",
                                                99L,
                                                "share",
                                                99 / 190.0,
                                                "positive",
                                                true)),
                                "views",
                                1,
                                "batch-size",
                                8,
                                "expected-per-anchor",
                                // 20 images make batches of 8, 8 and 4.
                                (8 * 7 + 8 * 7 + 4 * 3) / 20.0 * (99 / 190.0),
                                "images-without-positives",
                                0));
        assertThat(plan().pretraining().get(1).metadataRecord()).isEmpty();
    }

    @Test
    void refusesTrainingSettingsOfAnArmThatDoesNotTrain() {
        assertThatThrownBy(() -> plan("pretrain.untrained.epochs=3"))
                .isInstanceOf(ModanException.class)
                .hasMessage("pretrain.untrained: untrained does not train; remove epochs");
    }

    @Test
    void reportsTheMistakesOfAllArmsTasksAndVariantsTogetherAndOnce() {
        Map<String, Object> tree = tree();
        tree.put("matrix", Map.of("metadata", List.of(List.of("modality"), List.of("anatomy"))));
        tree.put(
                "tasks",
                List.of(
                        "painted",
                        Map.of("id", "few", "dataset", "painted", "images", 1),
                        Map.of("id", "none", "dataset", "painted", "images", 0)));

        assertThatThrownBy(
                        () ->
                                plan(
                                        tree,
                                        Selection.parse(List.of("arm=nobody")),
                                        "pretrain.untrained.epochs=3",
                                        "pretrain.training.batch-size=21"))
                .isInstanceOf(ModanException.class)
                .message()
                .isEqualTo(
                        """
                        4 mistakes:
                          tasks.few: class dark has 1 image, too few for 2 folds; to be trained and tested on, a class needs two: add some, or leave the task out
                          tasks.none: no images in it
                          pretrain.training: batch-size 21 is larger than the corpus, which has 20 images; lower it
                          pretrain.untrained: untrained does not train; remove epochs""");
    }

    @Test
    void aCorpusThatCannotBeReadIsToldOnce() {
        assertThatThrownBy(() -> plan("corpus.images=0"))
                .isInstanceOf(ModanException.class)
                .hasMessage("corpus: no images in it");
    }

    @Test
    void refusesABatchLargerThanTheCorpus() {
        assertThatThrownBy(() -> plan("pretrain.training.batch-size=21"))
                .hasMessage(
                        "pretrain.training: batch-size 21 is larger than the corpus, which has 20 images; lower it");
    }

    @Test
    void refusesAnArmThatTrainsWithoutACorpus() {
        Map<String, Object> tree = tree();
        tree.remove("corpus");

        assertThatThrownBy(() -> plan(tree, Selection.all()))
                .hasMessageStartingWith(
                        "pretrain.training: training trains, but there is no corpus");
    }

    @Test
    void reckonsTheTimeOfWhatIsLeftFromTheTimeOfOneImage() {
        StepTimer timer = (encoder, images) -> new StepTimes(2, 0.5);
        Plan plan = plan("evaluators=[{evaluator: judge, epochs: 3}]");

        assertThat(CostEstimate.of(plan, key -> false, timer))
                .containsExactly(
                        // 4 epochs of 20 images
                        new Item("pretrain training", 1, Optional.of(Duration.ofSeconds(160))),
                        new Item("pretrain untrained", 1, Optional.of(Duration.ZERO)),
                        // 2 arms, 3 repeats, 2 folds: 3 times 10 images trained on, 20 looked at
                        new Item("judge on painted", 6, Optional.of(Duration.ofSeconds(840))));
        assertThat(CostEstimate.of(plan, key -> !key.equals(plan.evaluation().get(0).key()), timer))
                .containsExactly(
                        new Item("judge on painted", 1, Optional.of(Duration.ofSeconds(140))));
        assertThat(CostEstimate.of(plan, key -> true, timer)).isEmpty();
    }

    @Test
    void batchesInPartsArePassedForwardOnceMore() {
        StepTimer timer = (encoder, images) -> new StepTimes(2, 0.5);

        assertThat(CostEstimate.of(plan("pretrain.training.micro-batch=4"), key -> false, timer))
                .contains(new Item("pretrain training", 1, Optional.of(Duration.ofSeconds(200))));
    }

    @Test
    void saysWhereTheTimeOfAnEvaluatorCannotBeKnown() {
        StepTimer timer = (encoder, images) -> new StepTimes(2, 0.5);
        Plan plan = plan("evaluators=[{evaluator: judge, epochs: 0}]");

        assertThat(CostEstimate.of(plan, key -> false, timer))
                .contains(new Item("judge on painted", 6, Optional.empty()));
    }

    private static Plan plan(String... sets) {
        return plan(tree(), Selection.all(), sets);
    }

    private static Plan plan(Selection selection) {
        return plan(tree(), selection);
    }

    private static Plan plan(Map<String, Object> tree, Selection selection, String... sets) {
        return new SketchPlans(CATALOG, cache).plan(tree, selection, sets);
    }

    private static Map<String, Object> tree() {
        return SketchPlans.tree("judge");
    }

    private static Set<CellKey> keys(Plan plan) {
        List<Cell> cells = new ArrayList<>(plan.pretraining());
        cells.addAll(plan.evaluation());
        return keys(cells);
    }

    private static Set<CellKey> keys(List<? extends Cell> cells) {
        return cells.stream().map(Cell::key).collect(Collectors.toSet());
    }

    private static Set<CellKey> controls(Plan plan) {
        return keys(plan.evaluation().stream().filter(cell -> cell.encoder().isEmpty()).toList());
    }

    /** The cells of one arm: its encoder and its evaluations. */
    private static Set<CellKey> keys(Plan plan, String arm) {
        return plan.entries().stream()
                .filter(entry -> entry.arm().equals(arm))
                .flatMap(
                        entry ->
                                List.of(entry.cell(), entry.cell().encoder().orElseThrow())
                                        .stream())
                .map(Cell::key)
                .collect(Collectors.toSet());
    }
}
