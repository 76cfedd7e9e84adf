/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.Check;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.DatasetInfo;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

class DatasetIndexContractTest {

    private RawFolder folder;
    @TempDir private Path root;

    @BeforeEach
    void writesImages() throws IOException {
        folder = new RawFolder(root).with(3);
    }

    @TestFactory
    List<DynamicTest> isKeptByADatasetThatKeepsIt() {
        List<Check> checks = folder.checks(RawFactory.making(RawDataset::new));
        assertThat(checks).hasSizeGreaterThan(20).extracting(Check::name).doesNotHaveDuplicates();
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check.body()::run))
                .toList();
    }

    @Test
    void opensWithoutFailing() {
        String check = "it opens where its options say";

        assertThat(folder.violation(check, (root, files) -> null))
                .isEqualTo("open(options, context) gave null");
        assertThat(
                        folder.violation(
                                check,
                                (root, files) -> {
                                    throw new IllegalStateException("no table");
                                }))
                .isEqualTo("open(options, context) threw IllegalStateException: no table");
    }

    @Test
    void describesItselfInOneLine() {
        String check = "it describes itself in one line";

        assertThat(violationOfInfo(check, DatasetInfo.of("a\nb", List.of(), List.of())))
                .isEqualTo("info() has the description \"a\nb\"; reports show it as one line");
        assertThat(violationOfInfo(check, DatasetInfo.of(" ", List.of(), List.of())))
                .startsWith("info() has the description \" \"");
        assertThat(violationOfInfo(check, null)).isEqualTo("info() gave null");
    }

    @Test
    void namesClassesAndFieldsOnce() {
        String check = "its classes and fields have names of their own";

        assertThat(violationOfInfo(check, DatasetInfo.of("a", List.of("x", "x"), List.of())))
                .isEqualTo("info() has x twice among its classes: [x, x]");
        assertThat(violationOfInfo(check, DatasetInfo.of("a", List.of(), List.of("y", "y"))))
                .isEqualTo("info() has y twice among its fields: [y, y]");
        assertThat(violationOfInfo(check, DatasetInfo.of("a", List.of("x", " "), List.of())))
                .isEqualTo("info() has classes [x,  ], of which one is blank");
    }

    @Test
    void hasAnImage() {
        assertThat(violationOf("it has an image"))
                .startsWith("samples() is empty; where there is nothing to use, open(");
    }

    @Test
    void hasDistinctIds() {
        String check = "every image has an id of its own";

        assertThat(violationOf(check, RawDataset.known("a"), RawDataset.known("a")))
                .isEqualTo("two images have the id a");
        assertThat(violationOf(check, RawDataset.known("")))
                .isEqualTo("an image has no id but \"\"");
    }

    @Test
    void countsImagesOfWhichTheSameIsWrong() {
        Sample.Builder[] samples = {
            RawDataset.known("a").label(0),
            RawDataset.known("b").label(7),
            RawDataset.known("c").label(8)
        };

        assertThat(violationOf("every label is one of the classes", samples))
                .startsWith("b has label 7, but ")
                .endsWith(" (the first of 2 such images)");
    }

    @Test
    void hasNoNullAmongItsSamples() {
        assertThat(
                        folder.violation(
                                "it has an image",
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public List<Sample> samples() {
                                                return Collections.singletonList(null);
                                            }
                                        }))
                .isEqualTo("samples() has null in it");
    }

    @Test
    void labelsWithItsClasses() {
        String check = "every label is one of the classes";

        assertThat(violationOf(check, RawDataset.known("a"), RawDataset.known("b").label(2)))
                .isEqualTo("b has label 2, but info() has 2 classes: [benign, malignant]");
        assertThat(violationOf(check, RawDataset.known("a").label(-1)))
                .startsWith("a has label -1");
    }

    @Test
    void namesItsFields() {
        assertThat(
                        violationOf(
                                "metadata is of the fields it names",
                                RawDataset.known("a").metadata("view", "CC").metadata("age", "7")))
                .isEqualTo(
                        "a has a value of age, view, but info() names only the fields [device, site]");
    }

    @Test
    void leavesUnknownGroupsOut() {
        assertThat(
                        violationOf(
                                "a group that is not known is left out",
                                RawDataset.known("a"),
                                RawDataset.known("b").group("Unknown ")))
                .isEqualTo(
                        "b is of the group \"Unknown\", and all such images would pass for one patient; give no group where none is known");
    }

    @Test
    void listsTheSameImagesWhenAskedTwice() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(
                        folder.violation(
                                "asked twice, it lists the same images in order",
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public List<Sample> samples() {
                                                return calls.getAndIncrement() % 2 == 0
                                                        ? super.samples()
                                                        : reversed(super.samples());
                                            }
                                        }))
                .isEqualTo(
                        "asked a second time, image 1 is 02.raw, not 00.raw; sort what a file system or a hash map lists");
    }

    @Test
    void listsTheSameImagesWhenOpenedTwice() {
        assertThat(violationOfSecond(samples -> samples.subList(0, 2)))
                .isEqualTo(
                        "opened a second time, 2 images, not 3; sort what a file system or a hash map lists");
        assertThat(violationOfSecond(DatasetIndexContractTest::reversed))
                .startsWith("opened a second time, image 1 is 02.raw, not 00.raw;");
    }

    @Test
    void knowsTheSameOfImagesWhenOpenedTwice() {
        assertThat(violationOfSecond(firstAs(RawDataset.known("00.raw").label(1))))
                .startsWith(
                        "opened a second time, image 1 is 00.raw of label malignant, not benign;");
        assertThat(violationOfSecond(firstAs(RawDataset.known("00.raw").group("patient-2"))))
                .startsWith(
                        "opened a second time, image 1 is 00.raw of group patient-2, not patient-1;");
        assertThat(violationOfSecond(firstAs(RawDataset.known("00.raw").metadata("device", "B"))))
                .startsWith(
                        "opened a second time, image 1 is 00.raw with metadata {device=B}, not {device=A};");
    }

    @Test
    void hasItsLabelOptionsAmongItsOptions() {
        DatasetAdapterFactory factory = RawFactory.making(RawDataset::new);
        Option<String> other = Option.text("other", "anything").withDefault("");
        DatasetAdapterFactory broken =
                new DatasetAdapterFactory() {
                    @Override
                    public String name() {
                        return factory.name();
                    }

                    @Override
                    public String summary() {
                        return factory.summary();
                    }

                    @Override
                    public OptionSpec options() {
                        return factory.options();
                    }

                    @Override
                    public List<Option<?>> labelOptions() {
                        return List.of(other, RawFactory.ROOT);
                    }

                    @Override
                    public DatasetAdapter open(Options options, PluginContext context) {
                        return factory.open(options, context);
                    }
                };

        assertThat(folder.violation("the label options are among the options", broken))
                .isEqualTo("labelOptions() names other, which options() does not have: root");
    }

    private String violationOf(String check, Sample.Builder... samples) {
        List<Sample> built = List.of(samples).stream().map(Sample.Builder::build).toList();
        return folder.violation(check, (root, files) -> new RawDataset(built, root));
    }

    private String violationOfInfo(String check, DatasetInfo info) {
        return folder.violation(
                check,
                (root, files) ->
                        new RawDataset(root, files) {
                            @Override
                            public DatasetInfo info() {
                                return info;
                            }
                        });
    }

    /**
     * @param change of what the second opening lists
     */
    private String violationOfSecond(Function<List<Sample>, List<Sample>> change) {
        AtomicInteger openings = new AtomicInteger();
        return folder.violation(
                "opened twice, it lists the same images in order and knows the same of them",
                (root, files) -> {
                    RawDataset first = new RawDataset(root, files);
                    return openings.getAndIncrement() % 2 == 0
                            ? first
                            : new RawDataset(change.apply(first.samples()), root);
                });
    }

    /** The same images but for the first, which is known in another way. */
    private static Function<List<Sample>, List<Sample>> firstAs(Sample.Builder first) {
        return samples -> {
            List<Sample> changed = new ArrayList<>(samples);
            changed.set(0, first.build());
            return changed;
        };
    }

    private static List<Sample> reversed(List<Sample> samples) {
        List<Sample> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);
        return reversed;
    }
}
