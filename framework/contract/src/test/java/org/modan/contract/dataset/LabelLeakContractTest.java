/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.spi.Image;
import org.modan.spi.Sample;

class LabelLeakContractTest {

    private static final String PIXELS = "an image's label changes none of its pixels";
    private static final String DIGESTS = "an image's label changes nothing of its digest";

    private RawFolder folder;
    @TempDir private Path root;

    @BeforeEach
    void writesImages() throws IOException {
        folder = new RawFolder(root).with(4);
    }

    @Test
    void anImageReadByItsIdTellsNoLabel() throws Exception {
        folder.check(PIXELS, RawFactory.making(RawDataset::new));
        folder.check(DIGESTS, RawFactory.making(RawDataset::new));
    }

    @Test
    void anImageThatShowsItsLabelIsRefused() {
        assertThat(folder.violation(PIXELS, MarkedByLabel::new))
                .isEqualTo(
                        "00.raw, read as malignant instead of benign, has the pixels 4 x 3 x 1 (0fb4e58e), not 4 x 3 x 1 (15ec7bf0); whoever looks at them could tell the label, so read an image by its id");
    }

    @Test
    void aDigestOfTheLabelIsRefused() {
        assertThat(folder.violation(DIGESTS, DigestedWithLabel::new))
                .isEqualTo(
                        "contentDigest(00.raw) is 00.raw-0 for benign and 00.raw-1 for malignant; copies of one image under two labels would pass for two images, so make it of what the image's file holds");
    }

    @Test
    void filesThatLieByClassAreNotAskedForUnderAnother() {
        assertThat(folder.notChecked(PIXELS, RawFactory.making(FiledByLabel::new)))
                .isEqualTo("under another label, read(00.raw) threw IOException: no folder 1");
    }

    @Test
    void imagesWithoutLabelsHaveNoneToTell() {
        assertThat(
                        folder.notChecked(
                                PIXELS,
                                RawFactory.making(
                                        (root, files) ->
                                                new RawDataset(
                                                        List.of(Sample.withId("00.raw").build()),
                                                        root))))
                .isEqualTo("no image has one of several labels");
    }

    /** Marks malignant images in a corner, as a burnt-in annotation would. */
    private static final class MarkedByLabel extends RawDataset {

        MarkedByLabel(Path root, List<Path> files) {
            super(root, files);
        }

        @Override
        public Image read(Sample sample) throws IOException {
            byte[] pixels = Files.readAllBytes(fileOf(sample));
            pixels[0] = (byte) (sample.label().getAsInt() * 255);
            return Image.grey(4, 3, pixels);
        }
    }

    private static final class DigestedWithLabel extends RawDataset {

        DigestedWithLabel(Path root, List<Path> files) {
            super(root, files);
        }

        @Override
        public String contentDigest(Sample sample) {
            return sample.id() + "-" + sample.label().getAsInt();
        }
    }

    private static final class FiledByLabel extends RawDataset {

        FiledByLabel(Path root, List<Path> files) {
            super(root, files);
        }

        @Override
        public Image read(Sample sample) throws IOException {
            if (sample.label().getAsInt() != 0) {
                throw new IOException("no folder " + sample.label().getAsInt());
            }
            return super.read(sample);
        }
    }
}
