/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.datasets.busi.BusiDatasetFactory;
import org.modan.datasets.minirin.MinirinDatasetFactory;
import org.modan.datasets.mrnet.MrnetDatasetFactory;
import org.modan.datasets.npy.NpyBytes;
import org.modan.datasets.thyroid.ThyroidDatasetFactory;
import org.modan.spi.DatasetAdapter;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.Image;
import org.modan.spi.Option;
import org.modan.spi.Sample;

/**
 * The host finds cached images by an image's digest and the options that are no label options, so
 * that among all values of these one digest must mean the same pixels.
 */
class LabelOptionsTest {

    private static final int SLICES = 3;

    @TempDir private Path root;
    private final Map<String, String> pixelsByDigest = new HashMap<>();
    private final Set<Integer> datasets = new HashSet<>();

    @Test
    void mrnetTellsSlicesApartWhateverTaskPlanePartAndSlices() throws IOException {
        int grey = 0;
        for (String part : List.of("train/", "valid/")) {
            for (String plane : List.of("axial", "coronal", "sagittal")) {
                writeVolume(root.resolve(part + plane + "/0001.npy"), grey += SLICES);
            }
            String labels = root + "/" + part.replace('/', '-');
            Files.writeString(Path.of(labels + "acl.csv"), "0001,0\n");
            Files.writeString(Path.of(labels + "meniscus.csv"), "0001,1\n");
        }

        for (Object slices : List.of("all", "middle", List.of(2, 0))) {
            for (String plane : List.of("axial", "sagittal")) {
                see(new MrnetDatasetFactory(), Map.of("slices", slices, "plane", plane));
            }
        }
        see(new MrnetDatasetFactory(), Map.of("task", "meniscus", "part", "valid"));

        assertThat(labelOptions(new MrnetDatasetFactory()))
                .containsExactly("task", "plane", "part", "slices");
        assertThat(datasets).hasSize(7);
        assertThat(pixelsByDigest.values()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void minirinTellsImagesApartWhateverItDraws() throws IOException {
        for (int i = 0; i < 6; i++) {
            TestImages.write(root.resolve("CT/abd/normal/%d.png".formatted(i)), 10 + i);
            TestImages.write(root.resolve("US/gb/%d.png".formatted(i)), 20 + i);
        }

        for (int seed = 0; seed < 3; seed++) {
            see(new MinirinDatasetFactory(), Map.of("per-class", 2, "seed", seed));
        }
        see(new MinirinDatasetFactory(), Map.of());

        assertThat(labelOptions(new MinirinDatasetFactory())).containsExactly("per-class", "seed");
        assertThat(datasets).hasSize(4);
        assertThat(pixelsByDigest.values()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void thyroidTellsImagesApartWithAndWithoutScores() throws IOException {
        writeCase("1", "2");
        writeCase("2", "");

        see(new ThyroidDatasetFactory(), Map.of("unlabelled", "keep"));
        see(new ThyroidDatasetFactory(), Map.of("unlabelled", "drop"));

        assertThat(labelOptions(new ThyroidDatasetFactory())).containsExactly("unlabelled");
        assertThat(datasets).hasSize(2);
        assertThat(pixelsByDigest.values()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void busiTellsImagesApartWhateverItTakesNormalOnesFor() {
        int grey = 0;
        for (String folder : List.of("benign", "malignant", "normal")) {
            TestImages.write(root.resolve("%1$s/%1$s (1).png".formatted(folder)), grey += 10);
        }

        for (String normal : List.of("benign", "drop", "separate")) {
            see(new BusiDatasetFactory(), Map.of("normal", normal));
        }

        assertThat(labelOptions(new BusiDatasetFactory())).containsExactly("normal");
        assertThat(datasets).hasSize(3);
        assertThat(pixelsByDigest.values()).hasSize(3).doesNotHaveDuplicates();
    }

    /** Opens and reads a dataset, and holds each image against those of its digest before. */
    private void see(DatasetAdapterFactory factory, Map<String, ?> options) {
        Map<String, Object> raw = new LinkedHashMap<>(options);
        raw.put("root", root.toString());
        try (DatasetAdapter dataset = Opening.open(factory, raw)) {
            datasets.add(
                    dataset.samples().stream()
                            .map(sample -> sample.id() + sample.label())
                            .toList()
                            .hashCode());
            for (Sample sample : dataset.samples()) {
                Image image = dataset.read(sample);
                String pixels = image.width() + Arrays.toString(image.pixels());
                assertThat(pixelsByDigest.merge(dataset.contentDigest(sample), pixels, (a, b) -> a))
                        .as(sample.id())
                        .isEqualTo(pixels);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void writeCase(String number, String score) throws IOException {
        Files.writeString(
                root.resolve(number + ".xml"),
                "<case><number>%s</number><tirads>%s</tirads></case>".formatted(number, score));
        TestImages.write(root.resolve(number + "_1.jpg"), 50 * Integer.parseInt(number));
    }

    private static void writeVolume(Path file, int firstGrey) {
        byte[] values = new byte[SLICES * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (firstGrey + i / 6);
        }
        NpyBytes.write(file, SLICES, 2, 3, values);
    }

    private static List<String> labelOptions(DatasetAdapterFactory factory) {
        return factory.labelOptions().stream().map(Option::name).toList();
    }
}
