/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Image;
import org.modan.spi.Sample;

class DatasetReadingContractTest {

    private static final int IMAGES = 40;

    private RawFolder folder;
    @TempDir private Path root;

    @BeforeEach
    void writesImages() throws IOException {
        folder = new RawFolder(root).with(IMAGES);
    }

    /** How a broken dataset reads. */
    @FunctionalInterface
    private interface Reader {
        Image read(RawDataset dataset, Sample sample) throws IOException;
    }

    /** How a broken dataset digests. */
    @FunctionalInterface
    private interface Digester {
        String digest(Sample sample) throws IOException;
    }

    @Test
    void canBeRead() throws IOException {
        Files.write(root.resolve("01.raw"), new byte[5]);

        assertThat(folder.violation("its images can be read", RawDataset::new))
                .isEqualTo(
                        "read(01.raw) threw IllegalArgumentException: 4 x 3 x 1 pixels expected, 5 given");
        assertThat(violationOf("its images can be read", (dataset, sample) -> null))
                .isEqualTo("read(00.raw) gave null");
    }

    @Test
    void readsPairsOfNeighboursFromTheFirstToTheLast() throws Exception {
        Set<String> read = new HashSet<>();

        folder.check(
                "its images can be read",
                RawFactory.making(
                        (root, files) ->
                                new RawDataset(root, files) {
                                    @Override
                                    public Image read(Sample sample) throws IOException {
                                        read.add(sample.id());
                                        return super.read(sample);
                                    }
                                }));

        assertThat(read)
                .hasSize(16)
                .contains("00.raw", "01.raw", "05.raw", "06.raw", "38.raw", "39.raw");
    }

    @Test
    void readsTheSamePixelsTwice() {
        AtomicInteger reads = new AtomicInteger();

        assertThat(
                        violationOf(
                                "read twice, an image has the same pixels",
                                (dataset, sample) -> {
                                    int width = reads.getAndIncrement() < 16 ? 1 : 2;
                                    return Image.grey(width, 1, new byte[width]);
                                }))
                .isEqualTo(
                        "00.raw was read a second time: its pixels are 2 x 1 x 1 (96a296d2), not 1 x 1 x 1 (6e340b9c)");
    }

    @Test
    void handsOutPixelsThatStay() {
        byte[] buffer = new byte[12];

        assertThat(
                        violationOf(
                                "an image keeps its pixels while others are read",
                                (dataset, sample) -> {
                                    System.arraycopy(
                                            Files.readAllBytes(dataset.fileOf(sample)),
                                            0,
                                            buffer,
                                            0,
                                            buffer.length);
                                    return Image.grey(4, 3, buffer);
                                }))
                .isEqualTo(
                        "00.raw changed when others were read (an Image keeps the array it is made of, so make a new one for each): its pixels are 4 x 3 x 1 (efbb06d3), not 4 x 3 x 1 (15ec7bf0)");
    }

    @Test
    void readsFromSeveralThreads() {
        AtomicBoolean busy = new AtomicBoolean();

        assertThat(
                        violationOf(
                                "several threads at once read what one reads",
                                (dataset, sample) -> {
                                    if (!busy.compareAndSet(false, true)) {
                                        throw new IOException("two at once");
                                    }
                                    try {
                                        Thread.sleep(2);
                                        return Image.grey(4, 3, new byte[12]);
                                    } catch (InterruptedException e) {
                                        throw new IOException(e);
                                    } finally {
                                        busy.set(false);
                                    }
                                }))
                .startsWith("with 4 threads reading at once, read(")
                .endsWith(".raw) threw IOException: two at once");
    }

    @Test
    void readsTheSamePixelsInEveryThread() {
        Thread main = Thread.currentThread();

        assertThat(
                        violationOf(
                                "several threads at once read what one reads",
                                (dataset, sample) ->
                                        Image.grey(
                                                Thread.currentThread() == main ? 1 : 2,
                                                1,
                                                new byte[Thread.currentThread() == main ? 1 : 2])))
                .startsWith(
                        "00.raw was read by several threads at once: its pixels are 2 x 1 x 1 (");
    }

    @Test
    void readsOnWhenAnotherOpeningIsClosed() {
        AtomicBoolean shared = new AtomicBoolean();

        assertThat(
                        folder.violation(
                                "opened twice and closed once, it reads the same pixels",
                                (root, files) ->
                                        new RawDataset(root, files) {
                                            @Override
                                            public Image read(Sample sample) throws IOException {
                                                if (shared.get()) {
                                                    throw new IOException("archive closed");
                                                }
                                                return super.read(sample);
                                            }

                                            @Override
                                            public void close() {
                                                shared.set(true);
                                            }
                                        }))
                .isEqualTo("read(00.raw) threw IOException: archive closed");
    }

    @Test
    void keepsItsDigests() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(
                        violationOfDigest(
                                "opened twice, an image has the same digest",
                                sample -> "digest-" + calls.getAndIncrement()))
                .isEqualTo(
                        "opened a second time, contentDigest(00.raw) is digest-16, not digest-0; make it of what the image's file holds");
        assertThat(violationOfDigest("opened twice, an image has the same digest", sample -> " "))
                .isEqualTo("contentDigest(00.raw) is blank");
    }

    @Test
    void tellsNeighboursApartByDigest() {
        assertThat(
                        violationOfDigest(
                                "images of one digest have the same pixels",
                                sample -> sample.id().equals("01.raw") ? "00.raw" : sample.id()))
                .isEqualTo(
                        "00.raw and 01.raw have the digest 00.raw but other pixels; the host would take one for the other");
    }

    private String violationOf(String check, Reader reader) {
        return folder.violation(
                check,
                (root, files) ->
                        new RawDataset(root, files) {
                            @Override
                            public Image read(Sample sample) throws IOException {
                                return reader.read(this, sample);
                            }
                        });
    }

    private String violationOfDigest(String check, Digester digester) {
        return folder.violation(
                check,
                (root, files) ->
                        new RawDataset(root, files) {
                            @Override
                            public String contentDigest(Sample sample) throws IOException {
                                return digester.digest(sample);
                            }
                        });
    }
}
