/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.nn.internal.weights.Safetensors;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.run.RandomEncoder;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.spi.ErrorCode;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class FeatureSourceTest {

    private static final int SIZE = 8;

    @TempDir private Path output;
    private final List<String> said = new ArrayList<>();
    private CellStore cells;
    private final PretrainCell encoder = RandomEncoder.cell("one", SIZE);

    @BeforeEach
    void makeTheEncoder() {
        cells = new CellStore(output.resolve("cells"));
        RandomEncoder.make(encoder, cells, cache());
    }

    @Test
    void featuresAreComputedOnceAndKeptWithWhatTheyWereMadeFrom() {
        FeatureSource source = source();

        FeatureSet first = source.features(encoder, dataset("US"));
        FeatureSet again = source.features(encoder, dataset("US"));

        assertThat(again).isSameAs(first);
        assertThat(first.width()).isEqualTo(512);
        assertThat(rows(first)).doesNotHaveDuplicates();
        assertThat(said).containsExactly("features of corpus: 5/5");
        assertThat(Safetensors.read(file()).metadata())
                .containsOnlyKeys(
                        "encoder",
                        "encoder-digest",
                        "dataset-digest",
                        "image-size",
                        "channels",
                        "features-digest")
                .containsEntry("encoder", encoder.key().digest())
                .containsEntry("image-size", "8");
    }

    @Test
    void aLaterRunReadsThemBackBitByBit() {
        List<List<Float>> made = rows(source().features(encoder, dataset("US")));
        said.clear();

        assertThat(rows(source().features(encoder, dataset("US")))).isEqualTo(made);
        assertThat(said).isEmpty();
    }

    @Test
    void otherMetadataOfTheSameImagesComputesNothing() {
        FeatureSource source = source();
        source.features(encoder, dataset("US"));
        said.clear();

        FeatureSet features = source.features(encoder, dataset("CT"));

        assertThat(features.samples())
                .allSatisfy(
                        sample -> assertThat(sample.metadata()).containsEntry("modality", "CT"));
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5000})
    void aDamagedFileIsSaidAndMadeAgain(int position) throws IOException {
        List<List<Float>> made = rows(source().features(encoder, dataset("US")));
        byte[] bytes = Files.readAllBytes(file());
        bytes[position] ^= 1;
        Files.write(file(), bytes);
        said.clear();

        assertThat(rows(source().features(encoder, dataset("US")))).isEqualTo(made);
        assertThat(said).hasSize(2).last().isEqualTo("features of corpus: 5/5");
        assertThat(said.get(0)).startsWith(file() + " is damaged (").endsWith("made again");
        said.clear();
        source().features(encoder, dataset("US"));
        assertThat(said).isEmpty();
    }

    @Test
    void featuresOfAnotherEncoderUnderTheSameNameAreMadeAgain() throws IOException {
        source().features(encoder, dataset("US"));
        Path old = file();
        PretrainCell other = RandomEncoder.cell("two", SIZE);
        RandomEncoder.make(other, cells, cache());
        List<List<Float>> expected = rows(source().features(other, dataset("US")));
        Path newer = files().stream().filter(path -> !path.equals(old)).findFirst().orElseThrow();
        Files.copy(old, newer, StandardCopyOption.REPLACE_EXISTING);
        said.clear();

        assertThat(rows(source().features(other, dataset("US")))).isEqualTo(expected);
        assertThat(said).containsExactly("features of corpus: 5/5");
    }

    @Test
    void anotherSizeOfImagesIsAnotherFile() throws IOException {
        source().features(encoder, dataset("US"));
        PretrainCell larger = RandomEncoder.cell("one", 2 * SIZE);
        assertThat(larger.key()).isEqualTo(encoder.key());

        source().features(larger, dataset("US"));

        assertThat(files()).hasSize(2);
    }

    @Test
    void thereAreNoFeaturesOfAnEncoderThatWasNotMade() {
        PretrainCell missing = RandomEncoder.cell("missing", SIZE);

        assertThatThrownBy(() -> source().features(missing, dataset("US")))
                .isInstanceOf(ModanException.class)
                .hasMessageStartingWith("there is no encoder: pretrain missing failed (cell ")
                .extracting("code")
                .isEqualTo(ErrorCode.TRAINING);
    }

    private FeatureSource source() {
        RunListener listener =
                new RunListener() {
                    @Override
                    public void features(String dataset, int done, int images) {
                        said.add("features of %s: %d/%d".formatted(dataset, done, images));
                    }

                    @Override
                    public void warning(String message) {
                        said.add(message);
                    }
                };
        return new FeatureSource(
                output,
                new MadeEncoders(cells),
                new ImageSource(cache(), listener),
                ComputeDevice.named("cpu"),
                listener);
    }

    private ImageCache cache() {
        return new ImageCache(output.resolve("cache"), warning -> {});
    }

    private static OpenDataset dataset(String modality) {
        PaintedDataset painted = new PaintedDataset("dark", "light");
        for (int i = 0; i < 5; i++) {
            painted.add(
                    Sample.withId(i + ".png").label(i % 2).metadata("modality", modality).build(),
                    50 * i);
        }
        return PaintedFactory.open(painted);
    }

    private static List<List<Float>> rows(FeatureSet features) {
        List<List<Float>> rows = new ArrayList<>();
        float[] row = new float[features.width()];
        for (int i = 0; i < features.size(); i++) {
            features.read(i, row);
            List<Float> values = new ArrayList<>();
            for (float value : row) {
                values.add(value);
            }
            rows.add(values);
        }
        return rows;
    }

    private Path file() {
        try {
            return files().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> listed = Files.list(output.resolve("features"))) {
            return listed.sorted().toList();
        }
    }
}
