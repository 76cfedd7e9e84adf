/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One image among good ones that cannot be read, from the first check to the results. */
@DisabledOnOs(OS.WINDOWS)
class BadImageIT {

    private static final String EXPERIMENT =
            """
            name: lesions
            image-size: 16
            corpus: {dataset: folder, root: images}
            pretrain:
              - {strategy: simclr, epochs: 1, batch-size: 8}
            tasks: [{dataset: folder, id: lesion, root: images}]
            evaluators: [{evaluator: fine-tune, epochs: 1}]
            protocol: {folds: 2, repeats: 1}
            """;

    private static final String SKIP = "on-bad-image=skip";

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @BeforeEach
    void writeExperiment() throws IOException {
        Files.writeString(scratch.resolve("lesions.yaml"), EXPERIMENT);
        Random random = new Random(1);
        for (String folder : List.of("benign", "malignant")) {
            Path images = Files.createDirectories(scratch.resolve("images").resolve(folder));
            for (int i = 0; i < 8; i++) {
                BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
                for (int pixel = 0; pixel < 256; pixel++) {
                    image.getRaster().setSample(pixel % 16, pixel / 16, 0, random.nextInt(256));
                }
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
        byte[] whole = Files.readAllBytes(bad());
        Files.write(bad(), Arrays.copyOf(whole, whole.length / 2));
    }

    private Path bad() {
        return scratch.resolve("images/benign/5.png");
    }

    @Test
    void isNamedBeforeAnythingIsTrained() throws Exception {
        Command run = modan("run", "lesions.yaml", "--out", "out");
        Command check = modan("check", "lesions.yaml");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("1 of 16 images cannot be read", "benign/5.png: ");
        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).contains("problem: 1 of 16 images cannot be read");
    }

    @Test
    void isLeftOutCountedAndNamedWhereTheExperimentSaysSo() throws Exception {
        Command check = modan("check", "lesions.yaml", "--set", SKIP);
        Command run = modan("run", "lesions.yaml", "--out", "out", "--set", SKIP);

        assertThat(check.exitCode()).as(check.out()).isZero();
        assertThat(check.out()).contains("warning: 1 of 16 images cannot be read and is left out");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains(
                        "warning: corpus: 1 of 16 images cannot be read and is left out: benign/5.png (",
                        "warning: tasks.lesion: 1 of 16 images");
        assertThat(run.out())
                .containsPattern(
                        "Images left out, as they cannot be read: .*1 of corpus.*; skipped.csv names them\n")
                .contains("1 of tasks.lesion");
        assertThat(Files.readAllLines(scratch.resolve("out/skipped.csv")))
                .hasSize(3)
                .contains("dataset,sample,reason")
                .anyMatch(line -> line.startsWith("corpus,benign/5.png,"))
                .anyMatch(line -> line.startsWith("tasks.lesion,benign/5.png,"));
        assertThat(provenance("fine-tune simclr on lesion, repeat 0"))
                .contains("\"skipped-images\":{\"corpus\":1,\"tasks.lesion\":1}");
        assertThat(provenance("pretrain simclr")).contains("\"skipped-images\":{\"corpus\":1}");
        assertThat(scratch.resolve("out/folds/lesion.csv"))
                .content()
                .hasLineCount(1 + 15)
                .doesNotContain("benign/5.png");
    }

    @Test
    void changesNothingForTheOthers() throws Exception {
        Command run = modan("run", "lesions.yaml", "--out", "out", "--set", SKIP);
        Command with = modan("plan", "lesions.yaml", "--out", "out", "--set", SKIP);
        Files.delete(bad());
        Command without = modan("plan", "lesions.yaml", "--out", "out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(with.out())
                .contains(
                        "lesions: 2 cells, 2 done, 0 to do", "  1 more cannot be read, left out\n");
        assertThat(without.out()).contains("lesions: 2 cells, 2 done, 0 to do");
    }

    /** Of the cell of this title, without blanks. */
    private String provenance(String title) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> cells = Files.list(scratch.resolve("out/cells"))) {
            for (Path cell : cells.toList()) {
                String text = Files.readString(cell.resolve("provenance.json"));
                if (text.contains("\"title\" : \"%s\"".formatted(title))) {
                    found.add(text.replaceAll("\\s", ""));
                }
            }
        }
        assertThat(found).as(title).hasSize(1);
        return found.get(0);
    }

    private Command modan(String... arguments) throws Exception {
        return distribution.modan(scratch, List.of(arguments));
    }
}
