/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.modan.runtime.data.Unreadable;
import org.modan.runtime.experiment.DatasetRules;
import org.modan.runtime.experiment.OnBadImage;
import org.modan.runtime.experiment.ValueRules;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

class DatasetCheckTest {

    @Test
    void tellsWhatADatasetHolds() {
        DatasetReport report =
                new ScannedDataset(
                                List.of("benign", "malignant", "normal"), List.of("age", "probe"))
                        .add(
                                sample("a").label(0).group("p1").metadata("age", "41"),
                                view(1, 40, 30))
                        .add(
                                sample("b").label(1).group("p1").metadata("age", "41"),
                                view(2, 40, 30))
                        .add(sample("c").label(0).group("p2").metadata("age", "7"), view(3, 64, 64))
                        .add(sample("d").label(0).group("p3"), view(4, 40, 30))
                        .add(sample("e").metadata("site", "north"), view(5, 20, 20))
                        .report();

        assertThat(report.name()).isEqualTo("scans");
        assertThat(report.adapter()).isEqualTo("scanned");
        assertThat(report.images()).isEqualTo(5);
        assertThat(report.readable()).isEqualTo(5);
        assertThat(report.classes())
                .containsExactly(
                        Map.entry("benign", 3), Map.entry("malignant", 1), Map.entry("normal", 0));
        assertThat(report.unlabelled()).isEqualTo(1);
        assertThat(report.groups()).isEqualTo(new Groups(3, 1, 1, 2, Optional.of("p1"), 1));
        assertThat(report.sizes())
                .contains(
                        new Sizes(
                                3,
                                new PixelSize(20, 20),
                                new PixelSize(64, 64),
                                new PixelSize(40, 30),
                                3));
        assertThat(report.fields())
                .containsExactly(
                        new FieldTally("age", Map.of("41", 2, "7", 1), 2),
                        new FieldTally("probe", Map.of(), 5),
                        new FieldTally("site", Map.of("north", 1), 4));
        assertThat(report.isUsable()).isTrue();
        assertThat(report.warnings())
                .containsExactly(
                        "one scanner was out of order",
                        "no image is of class normal",
                        "1 image has no group and is taken for a patient of its own");
    }

    @Test
    void warnsOfLabelsThatAreAllTheSame() {
        ScannedDataset dataset =
                new ScannedDataset(List.of("benign", "malignant"), List.of())
                        .add(sample("a").label(1), view(1, 8, 8))
                        .add(sample("b"), view(2, 8, 8));

        assertThat(dataset.report().warnings())
                .contains(
                        "no image is of class benign",
                        "all labels are malignant: this serves as a corpus, but a task needs two classes");
    }

    @Test
    void imagesThatAnExperimentLeavesOutAreNoProblemWhileEachClassHasOthers() {
        DatasetRules skip = new DatasetRules(ValueRules.NONE, OnBadImage.SKIP);
        ScannedDataset dataset =
                new ScannedDataset(List.of("a", "b"), List.of())
                        .add(sample("0").label(0), view(1, 8, 8))
                        .add(sample("1").label(1), view(2, 8, 8))
                        .add(sample("cut").label(0), failing(new EOFException("ends too soon")));

        DatasetReport report = ScannedDataset.report(dataset, skip);

        assertThat(report.isUsable()).isTrue();
        assertThat(report.unreadable()).containsExactly(new Unreadable("cut", "ends too soon"));
        assertThat(report.warnings())
                .contains(
                        "1 of 3 images cannot be read and is left out, more than a tenth of the dataset: cut (ends too soon)");
        assertThat(ScannedDataset.report(dataset).isUsable()).isFalse();

        ScannedDataset lost =
                new ScannedDataset(List.of("a", "b"), List.of())
                        .add(sample("0").label(0), view(1, 8, 8))
                        .add(sample("cut").label(1), failing(new EOFException("ends too soon")));

        assertThat(ScannedDataset.report(lost, skip).problems())
                .containsExactly(
                        "no image of class b can be read; 1 of 2 images cannot: cut (ends too soon)");
    }

    @Test
    void theCommonestValueOfAFieldComesFirst() {
        ScannedDataset dataset = new ScannedDataset(List.of(), List.of("probe"));
        List<String> probes = List.of("linear", "convex", "sector", "convex");
        for (int i = 0; i < probes.size(); i++) {
            dataset.add(sample("s" + i).metadata("probe", probes.get(i)), view(i, 8, 8));
        }

        assertThat(dataset.report().fields().get(0).images().keySet())
                .containsExactly("convex", "linear", "sector");
    }

    @Test
    void valuesAreWhatTheExperimentCallsThem() {
        ScannedDataset dataset =
                new ScannedDataset(List.of(), List.of("probe"))
                        .add(sample("a").metadata("probe", "Lin."), view(1, 8, 8))
                        .add(sample("b").metadata("probe", "linear"), view(2, 8, 8))
                        .add(sample("c").metadata("probe", "-"), view(3, 8, 8));
        ValueRules rules = new ValueRules(Map.of("probe", Map.of("Lin.", "linear", "-", "")));

        assertThat(
                        ScannedDataset.report(dataset, new DatasetRules(rules, OnBadImage.FAIL))
                                .fields())
                .containsExactly(new FieldTally("probe", Map.of("linear", 2), 1));
    }

    @Test
    void tellsColourFromGreyInThreeChannels() {
        byte[] coloured = new byte[12];
        coloured[5] = 9;
        DatasetReport report =
                new ScannedDataset(List.of(), List.of())
                        .add(sample("grey"), Image.grey(2, 2, new byte[4]))
                        .add(sample("same"), Image.rgb(2, 2, new byte[12]))
                        .add(sample("colour"), Image.rgb(2, 2, coloured))
                        .report();

        assertThat(report.colours())
                .isEqualTo(
                        Map.of(
                                ColourMode.GREY,
                                1,
                                ColourMode.RGB,
                                1,
                                ColourMode.RGB_WITHOUT_COLOUR,
                                1));
    }

    @Test
    void namesImagesThatShowNextToNothing() {
        DatasetReport report =
                new ScannedDataset(List.of(), List.of())
                        .add(sample("black"), Image.grey(9, 9, new byte[81]))
                        .add(sample("view"), view(1, 40, 40))
                        .report();

        assertThat(report.flat()).containsExactly("black");
        assertThat(report.warnings()).contains("1 image shows next to nothing");
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void goesOnAfterImagesThatCannotBeRead() {
        ScannedDataset dataset =
                new ScannedDataset(List.of("a"), List.of())
                        .add(sample("whole").label(0), view(1, 32, 32))
                        .add(sample("cut").label(0), failing(new EOFException("ends too soon")))
                        .add(sample("locked").label(0), view(2, 32, 32))
                        .add(sample("odd").label(0), failing(new IllegalStateException("oops")));

        DatasetReport report = dataset.report();

        assertThat(report.unreadable())
                .containsExactly(
                        new Unreadable("cut", "ends too soon"),
                        new Unreadable("locked", "permission denied"),
                        new Unreadable(
                                "odd",
                                "the adapter failed with java.lang.IllegalStateException: oops"));
        assertThat(report.readable()).isEqualTo(1);
        assertThat(report.classes()).containsEntry("a", 4);
        assertThat(report.isUsable()).isFalse();
        assertThat(report.problems())
                .containsExactly(
                        "3 of 4 images cannot be read: mend them, replace them from the original archive, or take them out");
        assertThat(dataset.isClosed()).isTrue();
    }

    @Test
    void aDatasetOfWhichNothingCanBeReadIsOfNoUse() {
        DatasetReport report =
                new ScannedDataset(List.of(), List.of())
                        .add(sample("cut"), failing(new EOFException("ends too soon")))
                        .report();

        assertThat(report.problems()).containsExactly("none of the 1 images can be read");
        assertThat(report.sizes()).isEmpty();
    }

    @Test
    void aDatasetWithoutImagesIsOfNoUse() {
        assertThat(new ScannedDataset(List.of(), List.of()).report().problems())
                .containsExactly("no images in it");
    }

    @Test
    void namesIdsThatAreTakenTwiceAndLabelsWithoutAClass() {
        DatasetReport report =
                new ScannedDataset(List.of("a"), List.of())
                        .add(sample("x").label(0), view(1, 32, 32))
                        .add(sample("x").label(3), view(1, 32, 32))
                        .report();

        assertThat(report.problems())
                .containsExactly(
                        "two images are called x; ids must be unique",
                        "x has label 3, but there is 1 class");
    }

    @Test
    void tellsCopiesAcrossClassesAndGroupsFromOthers() {
        DatasetReport report =
                new ScannedDataset(List.of("benign", "malignant"), List.of())
                        .add(sample("a").label(0).group("p1"), view(1, 40, 40))
                        .add(sample("b").label(0).group("p1"), view(2, 40, 40))
                        .add(sample("c").label(0).group("p1"), view(3, 40, 40))
                        .copy(sample("a2").label(1).group("p1"), "a")
                        .copy(sample("b2").label(0).group("p2"), "b")
                        .copy(sample("c2").label(0), "c")
                        .report();

        assertThat(report.copies())
                .extracting(set -> set.pictures().stream().map(Picture::id).toList())
                .containsExactly(List.of("a", "a2"), List.of("b", "b2"), List.of("c", "c2"));
        assertThat(report.copies())
                .extracting(CopySet::acrossClasses)
                .containsExactly(true, false, false);
        assertThat(report.copies())
                .extracting(CopySet::acrossGroups)
                .containsExactly(false, true, false);
        assertThat(report.copiedImages()).isEqualTo(6);
        assertThat(report.nearPairs().pairs()).isZero();
        assertThat(report.isUsable()).isTrue();
        assertThat(report.warnings())
                .contains(
                        "1 set of identical images of different classes: at least one label is wrong",
                        "1 set of identical images of different groups: folds may train and test on the same image");
    }

    @Test
    void aWrongRootIsAReportInTheAdaptersWords() {
        DatasetReport report =
                ScannedDataset.report(
                        opening(
                                () -> {
                                    throw new ModanException(
                                            ErrorCode.DATASET, "scanned: no folder /x; set root");
                                }));

        assertThat(report.problems()).containsExactly("scanned: no folder /x; set root");
        assertThat(report.images()).isZero();
    }

    @Test
    void aPluginThatFailsIsNotTakenForABadDataset() {
        assertThatThrownBy(
                        () ->
                                ScannedDataset.report(
                                        opening(
                                                () -> {
                                                    throw new IllegalStateException("oops");
                                                })))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "scans: plugin scanner 2.1 (scanner.jar): IllegalStateException: oops; report this to the plugin's author")
                .extracting(e -> ((ModanException) e).code())
                .isEqualTo(ErrorCode.PLUGIN);
    }

    @Test
    void tellsHowFarItIs() {
        ScannedDataset dataset = new ScannedDataset(List.of(), List.of());
        for (int i = 0; i < 300; i++) {
            dataset.add(sample("s" + i), view(i, 8, 8));
        }
        List<String> heard = new ArrayList<>();
        CheckListener listener =
                (name, step, done, images) ->
                        heard.add("%s %s %d/%d".formatted(name, step, done, images));

        ScannedDataset.check(dataset, DatasetRules.STANDARD, listener);

        assertThat(heard)
                .containsExactly(
                        "scans READING 256/300",
                        "scans READING 300/300",
                        "scans COMPARING 300/300");
    }

    private static DatasetAdapterFactory opening(Supplier<DatasetAdapter> open) {
        return new DatasetAdapterFactory() {
            @Override
            public String name() {
                return "scanned";
            }

            @Override
            public String summary() {
                return "Opens as a test wants it";
            }

            @Override
            public DatasetAdapter open(Options options, PluginContext context) {
                return open.get();
            }
        };
    }

    private static ScannedDataset.Reading failing(Exception failure) {
        return () -> {
            if (failure instanceof RuntimeException defect) {
                throw defect;
            }
            throw (IOException) failure;
        };
    }

    private static Sample.Builder sample(String id) {
        return Sample.withId(id);
    }

    private static Image view(long seed, int width, int height) {
        return Scene.of(seed, seed).image(width, height);
    }
}
