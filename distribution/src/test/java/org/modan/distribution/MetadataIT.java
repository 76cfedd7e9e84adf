/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of metadata, and what a run keeps of it. */
@DisabledOnOs(OS.WINDOWS)
class MetadataIT {

    private static final String EXPERIMENT =
            """
            name: small
            image-size: 16
            corpus:
              dataset: folder
              root: images
              metadata:
                ct-head: {modality: CT, anatomy: head, device: old}
                ct-knee: {modality: CT, anatomy: knee, device: new}
                mr-knee: {modality: MR, anatomy: knee, device: old}
                unknown: {site: north}
            metadata: [modality, anatomy, device]
            pretrain:
              - {strategy: mulsupcon, threshold: 0.2, epochs: 1, batch-size: 8}
              - {id: cooler, strategy: mulsupcon, temperature: 0.2, threshold: 0.2, epochs: 1, batch-size: 8}
              - {id: standard, strategy: mulsupcon, epochs: 1, batch-size: 8}
              - {strategy: simclr, epochs: 1, batch-size: 8}
            """;

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @BeforeEach
    void writeExperiment() throws IOException {
        Files.writeString(scratch.resolve("small.yaml"), EXPERIMENT);
        int grey = 0;
        for (String folder : List.of("ct-head", "ct-knee", "mr-knee", "unknown")) {
            Path images = Files.createDirectories(scratch.resolve("images").resolve(folder));
            for (int i = 0; i < 3; i++) {
                BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(3, 5, 0, ++grey);
                ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            }
        }
    }

    @Test
    void aPlanSaysWhomEachArmPullsTogether() throws Exception {
        Command plan = modan("plan", "small.yaml");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        // Of 66 pairs 3 * 3 are of one known class, and 3 * 9 of two that share one field.
        assertThat(plan.out())
                .contains(
                        """
                          target of 6 values: modality, anatomy, device
                          field     value      images
                          modality  CT              6
                          modality  MR              3
                          modality  (missing)       3
                          anatomy   head            3
                          anatomy   knee            6
                          anatomy   (missing)       3
                          device    new             3
                          device    old             6
                          device    (missing)       3
                          3 images without metadata (25.0%)

                          mulsupcon, cooler: positives by Jaccard similarity of at least 0.2
                          similarity  pairs  positive
                                   0  45.5%  no
                                 1/5  40.9%  yes
                                   1  13.6%  yes
                          possible where no field is missing: 0, 1/5, 1/2, 1
                          7.2 positives per anchor in batches of 8, other views of its own image included
                          3 images have no positive but their own views

                          standard: positives by Jaccard similarity of at least 0.3
                        """)
                .doesNotContain("simclr: positives");
        assertThat(plan.err())
                .contains(
                        "warning: pretrain.standard: with modality, anatomy, device a pair needs 2 equal values to be a positive, with modality, anatomy 1 was enough")
                .doesNotContain("pretrain.mulsupcon: ", "pretrain.simclr: ");
    }

    @Test
    void weightsAreReachedFromTheCommandLineAndMistakesNameTheFields() throws Exception {
        Command weighted =
                modan("plan", "small.yaml", "--set", "pretrain.standard.field-weights.device=0");
        Command unknown =
                modan("plan", "small.yaml", "--set", "pretrain.standard.field-weights.devise=2");
        Command missing =
                modan(
                        "plan",
                        "small.yaml",
                        "--set",
                        "metadata=[modality, devise]",
                        "--set",
                        "pretrain.mulsupcon.field-weights.devise=2");

        assertThat(weighted.out())
                .contains("  standard: positives by weighted Jaccard similarity of at least 0.3");
        assertThat(weighted.err()).doesNotContain("pretrain.standard: ");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains(
                        "modan: pretrain.standard: field-weights: no image of the corpus has the field devise; it has anatomy, class, device, modality, site\n");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err())
                .contains(
                        "metadata: no image of the corpus has the field devise; it has anatomy, class, device, modality, site");
    }

    @Test
    void aRunKeepsTheTargetAndTheWeightsAndLogsThePositives() throws Exception {
        Command run =
                modan(
                        "run",
                        "small.yaml",
                        "--out",
                        "out",
                        "--only",
                        "arm=mulsupcon,simclr",
                        "--set",
                        "pretrain.mulsupcon.field-weights={modality: 2}",
                        "--set",
                        "pretrain.mulsupcon.batch-size=12");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(scratch.resolve("out/experiment.yaml"))
                .content()
                .contains("  field-weights:\n    modality: 2.0\n");
        Path trained = cell("weighted Jaccard similarity of at least 0.2");
        assertThat(trained.resolve("provenance.json"))
                .content()
                .containsSubsequence(
                        "\"images\" : 12",
                        "\"name\" : \"modality\"",
                        "\"CT\", \"MR\"",
                        "\"images\" : [ 6, 3 ]",
                        "\"images-without\" : 3",
                        "\"name\" : \"anatomy\"",
                        "\"name\" : \"device\"",
                        "\"images-without-metadata\" : 3",
                        "\"attainable\"",
                        "\"similarities\"",
                        "\"expected-per-anchor\"");
        // One batch of all: the two classes of CT share 2 of 6, other pairs of classes 1 of 7.
        assertThat(positives(trained))
                .containsExactly(Double.toString(1 + 2 * (6 * 5 + 3 * 2) / 12.0));
        assertThat(positives(cell("pretrain simclr"))).containsExactly("1.0");
    }

    @Test
    void aCorrectionOfOneFieldRedoesWhoLearnsFromItAlone() throws Exception {
        List<String> arguments =
                List.of("run", "small.yaml", "--out", "out", "--only", "arm=mulsupcon,simclr");
        List<String> corrected = new ArrayList<>(arguments);
        corrected.addAll(List.of("--set", "corpus.metadata.ct-head.anatomy=neck"));

        Command before = modan(arguments.toArray(String[]::new));
        Command after = modan(corrected.toArray(String[]::new));

        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(after.exitCode()).as(after.err()).isZero();
        try (Stream<Path> cells = Files.list(scratch.resolve("out/cells"))) {
            assertThat(cells).as("mulsupcon twice, simclr once").hasSize(3);
        }
        assertThat(positives(cell("pretrain simclr"))).containsExactly("1.0");
    }

    @Test
    void theDescriptionOfAStrategyIsItsLineOfThePapersTable() throws Exception {
        Command mulsupcon = modan("describe", "mulsupcon");

        assertThat(mulsupcon.out())
                .containsSubsequence(
                        "  published: Takaya and Inamori, ModAn-MulSupCon",
                        "    temperature: number, at least 0.000001, default 0.07\n",
                        "    threshold: number, from 0 to 1, default 0.3\n",
                        "    field-weights: name: number, from 0 to 1000 each, of at most 3 decimals, may be left out\n",
                        "  trains, where the experiment says nothing else, with\n",
                        "    epochs: 1000\n",
                        "    batch-size: 256\n",
                        "    optimizer: {name: sgd, lr: 0.05, weight-decay: 1.0E-4,",
                        "momentum: 0.9",
                        "    schedule: {name: constant");
        assertThat(modan("describe", "simclr").out()).contains("at least 0.000001, default 0.1\n");
        assertThat(modan("describe", "supervised").out()).contains("optimizer: {name: adam");
        assertThat(modan("describe", "scratch").out()).doesNotContain("trains");
    }

    /** The one whose provenance holds the text. */
    private Path cell(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> cells = Files.list(scratch.resolve("out/cells"))) {
            for (Path cell : cells.toList()) {
                if (Files.readString(cell.resolve("provenance.json")).contains(text)) {
                    found.add(cell);
                }
            }
        }
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }

    /** Of each epoch. */
    private static List<String> positives(Path cell) throws IOException {
        List<String> rows = Files.readAllLines(cell.resolve("log.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf("positives_per_anchor");
        return rows.stream().skip(1).map(row -> row.split(",", -1)[column]).toList();
    }

    private Command modan(String... arguments) throws Exception {
        return distribution.modan(scratch, List.of(arguments));
    }
}
