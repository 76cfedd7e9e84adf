/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.testkit.SharedFolder;

class FoldImportTest {

    private static final List<String> CLASSES = List.of("benign", "malignant");

    @TempDir private Path folder;
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void writeLists() throws IOException {
        write(
                "nodule_test_fold1.csv",
                "img,label",
                "images/a.png,benign",
                "images/b.png,malignant");
        write(
                "nodule_test_fold2.csv",
                "img,label",
                "images/c.png,Benign",
                "images/d.png,malignant");
        write("nodule_train_fold1.csv", "img,label", "images/c.png,benign");
        write("nodule_val_fold1.csv", "img,label", "images/d.png,malignant");
    }

    @Test
    void testsEachImageWhereItsListSaysInEveryRepeat() {
        FoldPlan plan = plan(samples("a0", "b1", "c0", "d1"), 3);

        assertThat(plan.folds()).isEqualTo(2);
        assertThat(plan.repeats()).isEqualTo(3);
        for (int repeat = 0; repeat < 3; repeat++) {
            assertThat(plan.test(repeat, 0)).containsExactly(0, 1);
            assertThat(plan.train(repeat, 0)).containsExactly(2, 3);
            assertThat(plan.digest(repeat)).isEqualTo(plan.digest(0));
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void leavesOutWhatIsInNoListAndSaysSo() {
        FoldPlan plan = plan(samples("a0", "x0", "b1", "c0", "d1"), 1);

        assertThat(plan.foldOf(0, 1)).isEqualTo(-1);
        assertThat(plan.test(0, 0)).containsExactly(0, 2);
        assertThat(plan.train(0, 0)).containsExactly(3, 4);
        assertThat(warnings)
                .containsExactly("left out, as they are in no fold list: 1: folder/x.png");
    }

    @Test
    void imagesThatAreLeftOutOfTheDatasetAreLeftOutOfTheListsToo() throws IOException {
        write(
                "nodule_test_fold1.csv",
                "img,label",
                "images/a.png,benign",
                "images/x.png,benign",
                "images/b.png,malignant");
        write("nodule_train_fold2.csv", "img,label", "images/x.png,benign", "y.png,benign");

        FoldPlan plan =
                plan(samples("a0", "b1", "c0", "d1"), List.of("folder/x.png", "folder/y.png"), 1);

        assertThat(plan.test(0, 0)).containsExactly(0, 1);
        assertThat(plan.train(0, 0)).containsExactly(2, 3);
        assertThat(warnings)
                .containsExactly(
                        "left out of the fold lists, as they cannot be read: 2: x.png, y.png");
        assertThatThrownBy(() -> plan(samples("a0", "b1", "c0", "d1"), List.of("z/a.png"), 1))
                .hasMessageContaining("several are named 1: a.png");
    }

    @Test
    void namesEveryMismatchAtOnce() throws IOException {
        write("nodule_test_fold2.csv", "img,label", "images/c.png,malignant", "gone.png,benign");
        write(
                "nodule_train_fold1.csv",
                "img,label",
                "images/a.png,benign",
                "images/d.png,malignant");
        write("nodule_train_fold2.csv", "img,label", "images/b.png,malignant", "lost.png,benign");
        write(
                "nodule_test_fold3.csv",
                "img,label",
                "images/a.png,benign",
                "images/e.png,benign",
                "images/f.png,malignant");

        assertThatThrownBy(() -> plan(samples("a0", "b1", "c0", "d1", "e0", "f1"), 1))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        """
                        tasks.nodule: the fold lists in %s do not fit the images
                          benign in the dataset, but malignant in its list: 1: c.png (nodule_test_fold2.csv:2)
                          listed, but not in the dataset: 2: gone.png (nodule_test_fold2.csv:3), lost.png (nodule_train_fold2.csv:3)
                          tested twice: 1: a.png (nodule_test_fold3.csv:2)
                          fitted on and tested on in one fold: 1: a.png (nodule_train_fold1.csv:2)
                          fitted on, but tested in no fold: 1: d.png (nodule_train_fold1.csv:3)
                        set root and options of the dataset as the lists mean it, or remove folds"""
                                .formatted(folder))
                .extracting("code")
                .isEqualTo(ErrorCode.CONFIGURATION);
    }

    @Test
    void refusesAFoldOfOneClass() throws IOException {
        write("nodule_test_fold2.csv", "img,label", "images/c.png,benign");
        Files.delete(folder.resolve("nodule_val_fold1.csv"));

        assertThatThrownBy(() -> plan(samples("a0", "b1", "c0"), 1))
                .hasMessage(
                        "tasks.nodule: no malignant in fold 1 of the lists in %s (folds count from 0), and without both classes there is no AUC; mend the lists or remove folds"
                                .formatted(folder));
    }

    @Test
    void refusesFileNamesThatAreNotUnique() {
        List<Sample> twins =
                List.of(
                        Sample.withId("benign/a.png").label(0).build(),
                        Sample.withId("malignant/a.png").label(1).build());

        assertThatThrownBy(() -> plan(twins, 1))
                .hasMessage(
                        "tasks.nodule: lists find images by file name, but several are named 1: a.png; remove folds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "breast | tasks.nodule: no lists named breast_test_fold1.csv and so on in %s, but of nodule; set folds.prefix to one of these",
                "nodul | tasks.nodule: no lists named nodul_test_fold1.csv and so on in %s, but of nodule; did you mean nodule?",
            })
    void refusesAPrefixThereIsNot(String prefix, String message) {
        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.of(prefix)))
                .hasMessage(message.formatted(folder));
    }

    @Test
    void asksForThePrefixWhereThereAreSeveral() throws IOException {
        write("breast_test_fold1.csv", "img,label", "a.png,benign");

        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.empty()))
                .hasMessage(
                        "tasks.nodule: %s holds lists of breast, nodule; set folds.prefix to one of these"
                                .formatted(folder));
    }

    @Test
    void refusesFoldersWithoutLists() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", empty, Optional.empty()))
                .hasMessage(
                        "tasks.nodule: no lists named <prefix>_test_fold1.csv and so on in %s; set folds.import to their folder"
                                .formatted(empty));
        assertThatThrownBy(
                        () ->
                                FoldLists.read(
                                        "tasks.nodule", folder.resolve("nope"), Optional.empty()))
                .hasMessageStartingWith(
                        "tasks.nodule: no folder of fold lists at " + folder.resolve("nope"));
    }

    @Test
    void refusesAGapInTheFolds() throws IOException {
        Files.move(
                folder.resolve("nodule_test_fold2.csv"), folder.resolve("nodule_test_fold4.csv"));

        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.empty()))
                .hasMessage(
                        "tasks.nodule: %s has no nodule_test_fold2.csv, but folds [1, 4]; folds count from 1 without gaps, and there are at least 2"
                                .formatted(folder));
    }

    @Test
    void saysWhatIsWrongWithAListThatIsNone() throws IOException {
        Path list = folder.resolve("nodule_test_fold1.csv");
        write("nodule_test_fold1.csv", "img,label", "only-a-name.png");
        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.empty()))
                .hasMessage("%s is no list of a fold: line 2 has no label".formatted(list));

        write("nodule_test_fold1.csv", "img,label");
        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.empty()))
                .hasMessage("%s is no list of a fold: it lists no image".formatted(list));

        Files.write(list, "img,label\nMüller.png,benign\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FoldLists.read("tasks.nodule", folder, Optional.empty()))
                .hasMessage(
                        "%s is no list of a fold: it is not UTF-8; save it as UTF-8"
                                .formatted(list));
    }

    @Test
    @Tag("realdata")
    void readsThePublishedListsOfRadImageNet() throws IOException {
        Path lists = SharedFolder.data().resolve("folds");
        List<Sample> nodules = new ArrayList<>();
        for (String row : Files.readAllLines(lists.resolve("ddti_index.csv"))) {
            String[] cells = row.split(",", -1);
            if (CLASSES.contains(cells[3])) {
                nodules.add(
                        Sample.withId(cells[0])
                                .group(cells[1])
                                .label(CLASSES.indexOf(cells[3]))
                                .build());
            }
        }
        assertThat(nodules).hasSize(349);

        FoldPlan plan =
                new FoldImport(
                                "tasks.thyroid",
                                FoldLists.read("tasks.thyroid", lists, Optional.of("thyroid")),
                                nodules,
                                List.of(),
                                CLASSES)
                        .plan(2, warnings::add);

        assertThat(warnings).isEmpty();
        assertThat(plan.folds()).isEqualTo(5);
        Set<Integer> tested = new HashSet<>();
        int[] sizes = new int[5];
        for (int fold = 0; fold < 5; fold++) {
            int[] test = plan.test(1, fold);
            sizes[fold] = test.length;
            IntStream.of(test).forEach(tested::add);
            assertThat(plan.train(1, fold)).hasSize(349 - test.length);
        }
        assertThat(sizes).containsExactly(72, 70, 69, 69, 69);
        assertThat(tested).hasSize(349);
    }

    @Test
    @Tag("realdata")
    void readsThePublishedListsOfTheBreast() throws IOException {
        FoldPlan plan = breastPlan(busi(List.of(0, 1, 0)), CLASSES);

        assertThat(warnings).isEmpty();
        for (int fold = 0; fold < 5; fold++) {
            assertThat(plan.test(0, fold)).hasSize(156);
            assertThat(plan.train(0, fold)).hasSize(780 - 156);
        }
    }

    @Test
    @Tag("realdata")
    void namesWhereAnotherReadingOfBusiDoesNotFitTheLists() throws IOException {
        List<Sample> dropped =
                busi(List.of(0, 1, 0)).stream()
                        .filter(sample -> !sample.id().startsWith("normal"))
                        .toList();

        assertThatThrownBy(() -> breastPlan(dropped, CLASSES))
                .hasMessageContainingAll(allNormal())
                .hasMessageContaining(
                        "\n  listed, but not in the dataset: 133: normal (99).png (breast_test_fold1.csv:2), ");
        assertThatThrownBy(
                        () ->
                                breastPlan(
                                        busi(List.of(0, 1, 2)),
                                        List.of("benign", "malignant", "normal")))
                .hasMessageContaining(
                        "\n  normal in the dataset, but benign in its list: 133: normal (99).png (breast_test_fold1.csv:2), ")
                .hasMessageEndingWith(
                        "\nset root and options of the dataset as the lists mean it, or remove folds");
    }

    /** All images of BUSI, with these labels for benign, malignant and normal. */
    private static List<Sample> busi(List<Integer> labels) throws IOException {
        Path root = SharedFolder.data().resolve("busi-256/Dataset_BUSI_with_GT");
        List<String> folders = List.of("benign", "malignant", "normal");
        List<Sample> samples = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                files.map(file -> folder + "/" + file.getFileName())
                        .filter(id -> !id.contains("_mask"))
                        .sorted()
                        .map(Sample::withId)
                        .map(sample -> sample.label(labels.get(folders.indexOf(folder))).build())
                        .forEach(samples::add);
            }
        }
        assertThat(samples).hasSize(780);
        return samples;
    }

    private FoldPlan breastPlan(List<Sample> samples, List<String> classes) {
        FoldLists lists =
                FoldLists.read(
                        "tasks.busi", SharedFolder.data().resolve("folds"), Optional.of("breast"));
        return new FoldImport("tasks.busi", lists, samples, List.of(), classes)
                .plan(1, warnings::add);
    }

    private static String[] allNormal() {
        return IntStream.rangeClosed(1, 133)
                .mapToObj(number -> " normal (%d).png (breast_test_fold".formatted(number))
                .toArray(String[]::new);
    }

    private FoldPlan plan(List<Sample> samples, int repeats) {
        return plan(samples, List.of(), repeats);
    }

    private FoldPlan plan(List<Sample> samples, List<String> skipped, int repeats) {
        FoldLists lists = FoldLists.read("tasks.nodule", folder, Optional.empty());
        return new FoldImport("tasks.nodule", lists, samples, skipped, CLASSES)
                .plan(repeats, warnings::add);
    }

    /** A name and a label each. */
    private static List<Sample> samples(String... texts) {
        return Stream.of(texts).map(text -> sample(text).build()).toList();
    }

    private static Sample.Builder sample(String text) {
        return Sample.withId("folder/%s.png".formatted(text.substring(0, 1)))
                .label(Integer.parseInt(text.substring(1)));
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }
}
