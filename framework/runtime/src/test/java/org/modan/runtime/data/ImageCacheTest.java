/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.spi.ErrorCode;
import org.modan.spi.ImageSet;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;

class ImageCacheTest {

    private static final ImageFormat FORMAT = new ImageFormat(4, 1);

    @TempDir Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void decodesEachImageOnce() {
        PaintedDataset painted = painted(300);

        assertThat(greys(images(painted, FORMAT))).hasSize(300).startsWith(0, 1, 2).endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);

        assertThat(greys(images(painted, FORMAT))).hasSize(300).startsWith(0, 1, 2).endsWith(43);
        assertThat(painted.reads()).isEqualTo(300);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anotherSizeOrNumberOfChannelsIsAnotherFile() throws IOException {
        PaintedDataset painted = painted(3);

        images(painted, FORMAT);
        images(painted, new ImageFormat(8, 1));
        ImageSet rgb = images(painted, new ImageFormat(4, 3));

        assertThat(files()).hasSize(3);
        byte[] pixels = new byte[48];
        rgb.read(2, pixels);
        assertThat(pixels).containsOnly(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 24, 60})
    void aDamagedFileIsSaidAndBuiltAgain(int position) throws IOException {
        PaintedDataset painted = painted(3);
        images(painted, FORMAT);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[position] ^= 1;
        Files.write(file, bytes);

        assertThat(greys(images(painted, FORMAT))).containsExactly(0, 1, 2);

        assertThat(painted.reads()).isEqualTo(6);
        assertThat(warnings)
                .containsExactly(
                        "the image cache %s is damaged and is built again".formatted(file));
    }

    @Test
    void aTruncatedFileIsBuiltAgain() throws IOException {
        PaintedDataset painted = painted(3);
        images(painted, FORMAT);
        Path file = files().get(0);
        Files.write(file, new byte[5]);

        assertThat(greys(images(painted, FORMAT))).containsExactly(0, 1, 2);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void namesUnreadableImagesAndLeavesNoFile() throws IOException {
        PaintedDataset painted = painted(10);
        for (int i = 0; i < 7; i++) {
            painted.add(Sample.withId("bad-" + i + ".png").label(0).build(), -1);
        }

        assertThatThrownBy(() -> images(painted, FORMAT))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.DATASET))
                .hasMessageStartingWith("corpus: 7 of 17 images cannot be read:\n  bad-0.png: ends")
                .hasMessageContaining("\n  and 2 more\n");
        assertThat(files()).isEmpty();
    }

    private ImageSet images(PaintedDataset painted, ImageFormat format) {
        return new ImageCache(folder, warnings::add)
                .images(PaintedFactory.open(painted), format, done -> {});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static PaintedDataset painted(int images) {
        PaintedDataset painted = new PaintedDataset("a", "b");
        for (int i = 0; i < images; i++) {
            painted.add(Sample.withId(i + ".png").label(i % 2).build(), i % 256);
        }
        return painted;
    }

    private static List<Integer> greys(ImageSet images) {
        List<Integer> greys = new ArrayList<>();
        byte[] pixels = new byte[FORMAT.bytes()];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, pixels);
            greys.add(pixels[0] & 0xff);
        }
        return greys;
    }
}
