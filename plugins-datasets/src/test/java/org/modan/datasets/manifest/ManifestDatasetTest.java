/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.datasets.Opening;
import org.modan.datasets.TestImages;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class ManifestDatasetTest {

    private final RecordingPluginContext context = new RecordingPluginContext();

    @TempDir private Path folder;

    @Test
    void readsLabelsGroupsAndWhateverElseTheColumnsSay() throws IOException {
        images("a.png", "deep/b.png", "c.png");
        table(
                "path,label,group,modality,laterality",
                "a.png,malignant,p1,US,R",
                "deep/b.png,benign,p2,US,",
                "c.png,benign,p1,Unknown,L");

        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.info().classes()).containsExactly("benign", "malignant");
        assertThat(dataset.info().fields()).containsExactly("modality", "laterality");
        assertThat(dataset.info().description())
                .isEqualTo("3 images listed in manifest.csv, 2 groups, 2 classes");
        assertThat(dataset.samples())
                .extracting(
                        sample ->
                                "%s %d %s"
                                        .formatted(
                                                sample.id(),
                                                sample.label().orElseThrow(),
                                                sample.group().orElseThrow()))
                .containsExactly("a.png 1 p1", "deep/b.png 0 p2", "c.png 0 p1");
        assertThat(dataset.samples())
                .extracting(Sample::metadata)
                .containsExactly(
                        Map.of("modality", "US", "laterality", "R"),
                        Map.of("modality", "US"),
                        Map.of("laterality", "L"));
        assertThat(dataset.read(dataset.samples().get(0)).width()).isEqualTo(4);
        assertThat(context.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsWhatSpreadsheetsWrite(String separator) throws IOException {
        images("a, b.png");
        String text =
                "\uFEFFpath,label,note\r\n\"a, b.png\",benign,\"says \"\"no\"\"\r\nand more\"\r\n,,\r\n"
                        .replace(",", separator)
                        .replace("a" + separator, "a,");
        Files.writeString(folder.resolve("manifest.csv"), text);

        Sample sample = open(Map.of()).samples().get(0);

        assertThat(sample.id()).isEqualTo("a, b.png");
        assertThat(sample.metadata()).isEqualTo(Map.of("note", "says \"no\"\r\nand more"));
    }

    @Test
    void isACorpusWithoutLabelsWhereNoColumnGivesThem() throws IOException {
        images("a.png", "b.png");
        table("path,device", "a.png,X1", "b.png,X2");

        DatasetAdapter dataset = open(Map.of());

        assertThat(dataset.info().classes()).isEmpty();
        assertThat(dataset.samples()).extracting(Sample::label).containsOnly(OptionalInt.empty());
        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void leavesImagesWithAnEmptyLabelUnlabelled() throws IOException {
        images("a.png", "b.png");
        table("path,label", "a.png,benign", "b.png,");

        assertThat(open(Map.of()).samples())
                .extracting(Sample::label)
                .containsExactly(OptionalInt.of(0), OptionalInt.empty());
    }

    @Test
    void takesClassesInTheOrderAsked() throws IOException {
        images("a.png", "b.png");
        table("path,label", "a.png,cancer", "b.png,normal");

        DatasetAdapter dataset = open(Map.of("classes", List.of("normal", "cancer", "cyst")));

        assertThat(dataset.info().classes()).containsExactly("normal", "cancer", "cyst");
        assertThat(dataset.samples())
                .extracting(Sample::label)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(0));
        assertThat(context.warnings())
                .containsExactly("manifest: no image is labelled cyst, which classes names");
    }

    @Test
    void namesLabelsThatAreNoneOfTheClasses() throws IOException {
        images("a.png", "b.png");
        table("path,label", "a.png,Benign", "b.png,malignant");

        assertThatThrownBy(() -> open(Map.of("classes", List.of("benign", "malignant"))))
                .hasMessage(
                        "manifest: %s cannot be used as it is (2 rows, root %s):\n  1 labels are none of classes; mend them, or add them to classes: line 2 Benign",
                        folder.resolve("manifest.csv"), folder);
    }

    @Test
    void opensWithOneClassForTheTaskToRefuse() throws IOException {
        images("a.png");
        table("path,label", "a.png,benign");

        assertThat(open(Map.of()).info().classes()).containsExactly("benign");
    }

    @Test
    void readsColumnsOfOtherNames() throws IOException {
        images("a.png");
        table("File,Diagnosis,Patient,path", "a.png,benign,p7,x");

        DatasetAdapter dataset =
                open(
                        Map.of(
                                "path-column", "File",
                                "label-column", "Diagnosis",
                                "group-column", "Patient"));

        assertThat(dataset.samples().get(0).group()).contains("p7");
        assertThat(dataset.info().classes()).containsExactly("benign");
        assertThat(dataset.info().fields()).containsExactly("path");
    }

    @Test
    void overlooksTheCaseOfTheUsualNamesOnly() throws IOException {
        images("a.png");
        table("Path,LABEL", "a.png,benign");

        assertThat(open(Map.of()).samples().get(0).label()).hasValue(0);
        assertThatThrownBy(() -> open(Map.of("label-column", "Label")))
                .hasMessage(
                        "manifest: %s: there is no column 'Label' (did you mean 'LABEL'?); its columns are Path, LABEL; set label-column",
                        folder.resolve("manifest.csv"));
    }

    @Test
    void saysWhichColumnsThereAreWhereNoneHasPaths() throws IOException {
        table("file,label", "a.png,benign");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessage(
                        "manifest: %s: there is no column 'path'; its columns are file, label; set path-column",
                        folder.resolve("manifest.csv"));
    }

    @Test
    void asksWhetherAColumnOfAlmostTheNameIsMeant() throws IOException {
        images("a.png");
        table("path,lable,", "a.png,benign,0");

        assertThat(open(Map.of()).samples().get(0).label()).isEmpty();
        assertThat(context.warnings())
                .containsExactly(
                        "manifest: %s has no column 'label'; if 'lable' is it, set label-column: lable"
                                .formatted(folder.resolve("manifest.csv")),
                        "manifest: 1 columns of %s have no name and were left out"
                                .formatted(folder.resolve("manifest.csv")));
    }

    @Test
    void refusesTwoColumnsOfOneName() throws IOException {
        table("path,site,site", "a.png,x,y");

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageEndingWith("two columns are called 'site'; rename one");
    }

    @Test
    void namesEveryKindOfBadRowAtOnce() throws IOException {
        images("a.png", "b.png");
        Files.createDirectory(folder.resolve("sub"));
        table(
                "path,label",
                "a.png,x",
                "./sub/../a.png,x",
                "../out.png,x",
                "/etc/hostname,x",
                "gone.png,x",
                "sub,x",
                ",x",
                "b.png,x,y");

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessage(
                        "manifest: %s cannot be used as it is (8 rows, root %s):"
                                        .formatted(folder.resolve("manifest.csv"), folder)
                                + "\n  1 paths are listed more than once; remove all rows but one: line 3 ./sub/../a.png (first on 2)"
                                + "\n  2 paths leave the root; mend them, or set allow-outside: true: line 4 ../out.png, line 5 /etc/hostname"
                                + "\n  2 files are not there; mend the paths, or set root to the folder they start from: line 6 gone.png, line 7 sub"
                                + "\n  1 rows have no path: line 8"
                                + "\n  1 rows have not as many values as the header; quote values that hold a comma: line 9 (3 instead of 2)");
    }

    @Test
    void countsTheRestOfManyMissingFiles() throws IOException {
        StringBuilder rows = new StringBuilder("path\n");
        for (int i = 0; i < 1000; i++) {
            rows.append("x").append(i).append(".png\n");
        }
        table(rows.toString());

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageContaining("1000 files are not there")
                .hasMessageEndingWith(
                        "line 2 x0.png, line 3 x1.png, line 4 x2.png, line 5 x3.png, line 6 x4.png and 995 more");
    }

    @Test
    void followsPathsOutOfTheRootWhereAllowed() throws IOException {
        TestImages.write(folder.resolve("out.png"), 9);
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/manifest.csv"), "path\n../out.png\n");

        DatasetAdapter dataset =
                open(Map.of("root", folder.resolve("in").toString(), "allow-outside", true));

        assertThat(dataset.samples()).extracting(Sample::id).containsExactly("../out.png");
        assertThat(dataset.read(dataset.samples().get(0)).pixels()).containsOnly(9);
    }

    @Test
    void readsPathsWrittenOnWindows() throws IOException {
        images("deep/b.png");
        table("path", "deep\\b.png");

        assertThat(open(Map.of()).samples()).extracting(Sample::id).containsExactly("deep/b.png");
    }

    @Test
    void takesAbsolutePathsBelowTheRootAsRelativeOnes() throws IOException {
        images("deep/b.png");
        table("path", folder.resolve("deep/b.png").toString());

        assertThat(open(Map.of()).samples()).extracting(Sample::id).containsExactly("deep/b.png");
    }

    @Test
    void readsATableThatLiesElsewhere() throws IOException {
        images("images/a.png");
        Files.writeString(folder.resolve("list.txt"), "path\na.png\n");
        String images = folder.resolve("images").toString();
        String list = folder.resolve("list.txt").toString();

        assertThat(open(Map.of("root", images, "file", list)).samples()).hasSize(1);
        assertThatThrownBy(() -> open(Map.of("root", list)))
                .hasMessageContaining("1 files are not there");
        assertThatThrownBy(() -> open(Map.of("root", images)))
                .hasMessage(
                        "manifest: expected a CSV file in %s, one or called manifest.csv, found no folders but 1 files such as a.png; set file to the one that lists the images",
                        images);
        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageContaining("this looks like folder: use dataset folder");
    }

    @Test
    void refusesToChooseBetweenTables() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "path\n");
        Files.writeString(folder.resolve("test.csv"), "path\n");

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessage(
                        "manifest: expected a CSV file in %s, one or called manifest.csv, found 2: test.csv, train.csv; set file to the one that lists the images",
                        folder);
        assertThatThrownBy(() -> open(Map.of("file", folder.resolve("x.csv").toString())))
                .hasMessage(
                        "manifest: there is no file %s; set file to the CSV file that lists the images",
                        folder.resolve("x.csv"));
        assertThatThrownBy(() -> Opening.open(new ManifestDatasetFactory(), Map.of(), context))
                .hasMessageContaining("where is the table?");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        images("a.png");
        Files.write(
                folder.resolve("manifest.csv"),
                "path,label\na.png,x\nM\u00fcller.png,y\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessage(
                        "manifest: %s: line 3 is not UTF-8 (byte 0xFC); save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')",
                        folder.resolve("manifest.csv"));
    }

    @Test
    void refusesUtf16() throws IOException {
        Files.write(
                folder.resolve("manifest.csv"),
                "path\na.png\n".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageContainingAll("line 1 holds a zero byte", "save it as UTF-8");
    }

    @Test
    void namesTheLineOfAnOpenQuote() throws IOException {
        images("a.png");
        table("path,label", "a.png,\"x", "b.png,y");

        assertThatThrownBy(() -> open(Map.of()))
                .isInstanceOf(ModanException.class)
                .hasMessageContainingAll("near line ", "a quote is not closed");
    }

    @Test
    void refusesTablesWithoutImages() throws IOException {
        table("path,label");
        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageEndingWith("names columns but no images");
        Files.writeString(folder.resolve("manifest.csv"), "\n\n");
        assertThatThrownBy(() -> open(Map.of()))
                .hasMessageEndingWith("is empty; its first line must name the columns");
    }

    @Test
    void warnsOfImagesWithoutGroupAmongOthers() throws IOException {
        images("a.png", "b.png", "c.png");
        table("path,group", "a.png,p1", "b.png,", "c.png,Unknown");

        assertThat(open(Map.of()).samples())
                .extracting(Sample::group)
                .containsExactly(Optional.of("p1"), Optional.empty(), Optional.empty());
        assertThat(context.warnings())
                .containsExactly(
                        "manifest: 2 of 3 images have no group and count as a patient each");
    }

    private void images(String... names) {
        for (int i = 0; i < names.length; i++) {
            TestImages.write(folder.resolve(names[i]), 10 * i);
        }
    }

    private void table(String... lines) throws IOException {
        Files.writeString(folder.resolve("manifest.csv"), String.join("\n", lines));
    }

    private DatasetAdapter open(Map<String, ?> options) {
        Map<String, Object> raw = new HashMap<>(options);
        if (!raw.containsKey("file")) {
            raw.putIfAbsent("root", folder.toString());
        }
        return Opening.open(new ManifestDatasetFactory(), raw, context);
    }
}
