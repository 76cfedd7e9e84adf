/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.ErrorCode;
import org.modan.spi.Image;
import org.modan.spi.ModanException;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.Sample;

class DatasetPlaceContractTest {

    private static final int IMAGES = 4;

    private final List<AutoCloseable> leftOpen = new ArrayList<>();
    private RawFolder folder;
    @TempDir private Path root;
    @TempDir private Path elsewhere;

    @BeforeEach
    void writesImages() throws IOException {
        folder = new RawFolder(root).with(IMAGES);
    }

    @AfterEach
    void closesWhatBrokenDatasetsLeftOpen() throws Exception {
        for (AutoCloseable open : leftOpen) {
            open.close();
        }
    }

    @Test
    void hasIdsForEveryMachine() {
        assertThat(violationOfId(root + "/00.raw"))
                .startsWith(
                        "the id \""
                                + root
                                + "/00.raw\" holds the folder in which the dataset lies; ");
        assertThat(violationOfId("/elsewhere/00.raw"))
                .startsWith("the id \"/elsewhere/00.raw\" starts at the root of a file system; ");
        assertThat(violationOfId("D:\\00.raw"))
                .startsWith("the id \"D:\\00.raw\" starts at the root of a file system; ");
        assertThat(violationOfId("a\\00.raw"))
                .isEqualTo(
                        "the id \"a\\00.raw\" has a backslash; folds and results name images by id, so use the path below the dataset's root, with forward slashes");
    }

    @Test
    void takesAFolderForAPlaceOnlyAsAWhole() {
        PlacesOnThisMachine data = new PlacesOnThisMachine(List.of(Path.of("/data")));

        assertThat(data.isIn("/data/1.png")).isTrue();
        assertThat(data.isIn("digest of /data")).isTrue();
        assertThat(data.isIn("train/data/1.png")).isFalse();
        assertThat(data.isIn("patient /data-17")).isFalse();
    }

    @Test
    void knowsAPlaceByItsLinkAndByWhereThatLeads() throws IOException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), root);
        PlacesOnThisMachine places = new PlacesOnThisMachine(List.of(link));

        assertThat(places.isIn("at " + link)).isTrue();
        assertThat(places.isIn("at " + root.toRealPath())).isTrue();
    }

    @Test
    void hasGroupsAndValuesForEveryMachine() {
        String check = "groups and values name no place on this machine";

        assertThat(violationOfSample(check, RawDataset.known("a").group(root + "/p1")))
                .isEqualTo(
                        "the group of a is \"%s/p1\", which holds where the dataset lies: on another machine it would be another dataset",
                        root);
        assertThat(violationOfSample(check, RawDataset.known("a").metadata("site", "in " + root)))
                .startsWith("site of a is \"in " + root + "\", which holds where");
    }

    @Test
    void hasDigestsForEveryMachine() {
        assertThat(
                        folder.violation(
                                "digests name no place on this machine",
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public String contentDigest(Sample sample) {
                                                return fileOf(sample) + " of 12 bytes";
                                            }
                                        }))
                .startsWith("the digest of 00.raw is \"" + root + "/00.raw of 12 bytes\", which");
    }

    @Test
    void isTheSameWhenItsFilesAreCopied() {
        String check = "a copy of its files elsewhere is the same dataset";

        assertThat(
                        folder.violation(
                                check,
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public String contentDigest(Sample sample)
                                                    throws IOException {
                                                FileTime time =
                                                        Files.getLastModifiedTime(fileOf(sample));
                                                return "changed " + time.toMillis();
                                            }
                                        }))
                .startsWith("in a copy at another place, contentDigest(00.raw) is changed ");
        assertThat(
                        folder.violation(
                                check,
                                (root, files) ->
                                        new RawDataset(
                                                List.of(
                                                        RawDataset.known("00.raw")
                                                                .group("p" + root.hashCode())
                                                                .build()),
                                                root)))
                .startsWith("in a copy at another place image 1 is 00.raw of group p");
    }

    @Test
    void isNotCopiedIfItsFilesNameOthersByPlace() {
        DatasetAdapterFactory bound =
                RawFactory.making(
                        (place, files) -> {
                            if (!place.equals(root)) {
                                throw new ModanException(ErrorCode.DATASET, "list.csv: no " + root);
                            }
                            return new RawDataset(place, files);
                        });

        assertThat(folder.notChecked("a copy of its files elsewhere is the same dataset", bound))
                .isEqualTo("a copy of its files is refused: list.csv: no %s", root);
    }

    @Test
    void closesItsFiles() {
        assumeThat(Path.of("/proc/self/fd")).as("what Linux tells").isDirectory();
        String check = "no file is left open after close()";

        assertThat(
                        folder.violation(
                                check,
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public Image read(Sample sample) throws IOException {
                                                InputStream in =
                                                        Files.newInputStream(fileOf(sample));
                                                leftOpen.add(in);
                                                return Image.grey(4, 3, in.readNBytes(12));
                                            }
                                        }))
                .isEqualTo(
                        "still open after close(): %1$s/00.raw, %1$s/01.raw, %1$s/02.raw and 1 more; close streams, those of Files.list and Files.walk too, with try-with-resources",
                        root);
        assertThat(
                        folder.violation(
                                check,
                                (root, files) -> {
                                    Stream<Path> listing = Files.list(root);
                                    leftOpen.add(listing);
                                    return new RawDataset(root, files);
                                }))
                .startsWith("still open after close(): " + root + "; close streams");
    }

    @Test
    void mayBeClosedTwice() {
        assertThat(
                        folder.violation(
                                "close() may be called twice",
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            private boolean closed;

                                            @Override
                                            public void close() {
                                                if (closed) {
                                                    throw new IllegalStateException("is closed");
                                                }
                                                closed = true;
                                            }
                                        }))
                .isEqualTo(
                        "close() threw IllegalStateException: is closed when it was called again");
    }

    @Test
    void refusesAPlaceThatIsNotThere() {
        String check = "a place that is not there is refused by name";

        assertThat(
                        folder.violation(
                                check, new RawFactory(place -> new RawDataset(place, List.of()))))
                .isEqualTo(
                        "with root at a path that is not there it opens, without an image; open(options, context) must throw a ModanException that says what was expected there");
        assertThat(
                        folder.violation(
                                check,
                                new RawFactory(
                                        place -> {
                                            throw new UncheckedIOException(new IOException("gone"));
                                        })))
                .startsWith(
                        "with root at a path that is not there it threw UncheckedIOException: java.io.IOException: gone; a user needs a ModanException");
    }

    @Test
    void mayRefuseAPlaceByACondition() throws Exception {
        RawFactory bound =
                new RawFactory(
                        RawFactory.ROOT.where("below " + root, path -> path.startsWith(root)),
                        place -> new RawDataset(place, List.of(root.resolve("00.raw"))));

        folder.check("a place that is not there is refused by name", bound);
        assertThat(folder.notChecked("a copy of its files elsewhere is the same dataset", bound))
                .startsWith(
                        "a copy of its files is refused: root must be below " + root + ", not ");
    }

    @Test
    void needsNothingThereIfItsImagesLieElsewhere() {
        DatasetAdapterFactory fetching =
                new RawFactory(
                        cache -> new RawDataset(List.of(RawDataset.known("a").build()), cache));

        assertThat(folder.notChecked("an empty folder is refused by name", fetching))
                .isEqualTo(
                        "with root at an empty folder it lists images all the same, so they lie elsewhere");
    }

    @Test
    void refusesAnEmptyFolderInWordsForItsUser() {
        String check = "an empty folder is refused by name";

        assertThat(
                        folder.violation(
                                check,
                                new RawFactory(
                                        place -> {
                                            throw new ModanException(
                                                    ErrorCode.PLUGIN, "no files in " + place);
                                        })))
                .isEqualTo(
                        "with root at an empty folder it threw a ModanException of PLUGIN; it must be of DATASET or CONFIGURATION");
        assertThat(
                        folder.violation(
                                check,
                                new RawFactory(
                                        place -> {
                                            throw new ModanException(ErrorCode.DATASET, "no files");
                                        })))
                .startsWith("with root at an empty folder the message does not name it (")
                .endsWith("): no files");
    }

    @Test
    void leavesOutWhatNeedsFilesWhereThereAreNone() {
        DatasetAdapterFactory drawn =
                new DatasetAdapterFactory() {
                    @Override
                    public String name() {
                        return "drawn";
                    }

                    @Override
                    public String summary() {
                        return "Images without files.";
                    }

                    @Override
                    public DatasetAdapter open(Options options, PluginContext context) {
                        return new RawDataset(List.of(RawDataset.known("a").build()), root);
                    }
                };
        Options none = OptionSpec.none().resolve(Map.of(), root, problem -> {});

        assertThat(DatasetContract.of(drawn, none).checks())
                .filteredOn(DatasetPlaceContractTest::isNotChecked)
                .extracting(Check::name)
                .containsExactly(
                        "a copy of its files elsewhere is the same dataset",
                        "no file is left open after close()",
                        "a place that is not there is refused by name",
                        "an empty folder is refused by name");
    }

    private String violationOfId(String id) {
        return violationOfSample("ids are the same on every machine", RawDataset.known(id));
    }

    private String violationOfSample(String check, Sample.Builder sample) {
        return folder.violation(
                check, (root, files) -> new RawDataset(List.of(sample.build()), root));
    }

    private static boolean isNotChecked(Check check) {
        try {
            check.body().run();
            return false;
        } catch (NotChecked e) {
            assertThat(e).hasMessage("no option says where files lie");
            return true;
        } catch (Exception | ContractViolation e) {
            return false;
        }
    }
}
