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

/** A table of images whose columns become fields of the target, with no code touched. */
@DisabledOnOs(OS.WINDOWS)
class ManifestMetadataIT {

    private static final String EXPERIMENT =
            """
            name: archive
            image-size: 16
            corpus: {dataset: manifest, root: archive}
            metadata: [modality, anatomy, laterality, device]
            values:
              laterality: {Rt: right, R: right, L: left, "N/A": }
            pretrain:
              - {strategy: mulsupcon, threshold: 0.14, epochs: 1, batch-size: 8}
              - {strategy: simclr, epochs: 1, batch-size: 8}
            """;

    private static final List<String> ROWS =
            List.of(
                    "US,breast,Rt,Aplio 500",
                    "US,breast,R,Aplio 500",
                    "US,breast,L,LOGIQ E9",
                    "US,thyroid,N/A,LOGIQ E9",
                    "MG,breast,R,Selenia",
                    "MG,breast,L,Selenia",
                    "MG,breast,L,Unknown",
                    "CT,abdomen,,");

    private final Distribution distribution = Distribution.assembled();
    @TempDir private Path scratch;

    @BeforeEach
    void writeExperiment() throws IOException {
        Files.writeString(scratch.resolve("archive.yaml"), EXPERIMENT);
        Path images = Files.createDirectories(scratch.resolve("archive/images"));
        for (int i = 0; i < ROWS.size(); i++) {
            BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSample(3, 5, 0, i + 1);
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
        }
        writeTable("", ROWS);
    }

    private void writeTable(String moreColumns, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("path,modality,anatomy,laterality,device" + moreColumns);
        for (int i = 0; i < rows.size(); i++) {
            lines.add("images/%d.png,%s".formatted(i, rows.get(i)));
        }
        Files.write(scratch.resolve("archive/manifest.csv"), lines);
    }

    @Test
    void anEncoderIsTrainedOnTheColumnsOfTheTableUnderTheNamesOfTheExperiment() throws Exception {
        Command run = modan("run", "archive.yaml", "--out", "out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(provenance("pretrain mulsupcon"))
                .contains(
                        """
                        "fields":[\
                        {"name":"modality","values":["CT","MG","US"],"images":[1,3,4],"images-without":0},\
                        {"name":"anatomy","values":["abdomen","breast","thyroid"],"images":[1,6,1],"images-without":0},\
                        {"name":"laterality","values":["left","right"],"images":[3,3],"images-without":2},\
                        {"name":"device","values":["Aplio500","LOGIQE9","Selenia"],"images":[2,2,2],"images-without":2}]""");
        assertThat(scratch.resolve("out/experiment.yaml"))
                .content()
                .contains(
                        """
                        values:
                          laterality:
                            Rt: right
                            R: right
                            L: left
                            N/A: ""
                        """);

        Command same = modan("plan", "out/experiment.yaml", "--out", "out");

        assertThat(same.out()).contains("archive: 2 cells, 2 done, 0 to do");
    }

    @Test
    void aPlanShowsTheSimilaritiesOfFourFields() throws Exception {
        Command plan = modan("plan", "archive.yaml");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains(
                        """
                          target of 11 values: modality, anatomy, laterality, device
                          field       value      images
                          modality    CT              1
                          modality    MG              3
                          modality    US              4
                          anatomy     abdomen         1
                          anatomy     breast          6
                          anatomy     thyroid         1
                          laterality  left            3
                          laterality  right           3
                          laterality  (missing)       2
                          device      Aplio 500       2
                          device      LOGIQ E9        2
                          device      Selenia         2
                          device      (missing)       2
                        """)
                .contains("  possible where no field is missing: 0, 1/7, 1/3, 3/5, 1\n");
    }

    @Test
    void oneMoreColumnNeedsItsNameInTheExperimentAndNothingElse() throws Exception {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS.size(); i++) {
            rows.add(ROWS.get(i) + (i % 2 == 0 ? ",north" : ",south"));
        }
        writeTable(",site", rows);

        Command plan =
                modan(
                        "plan",
                        "archive.yaml",
                        "--set",
                        "metadata=[modality, anatomy, laterality, device, site]");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains("target of 13 values: modality, anatomy, laterality, device, site\n")
                .containsPattern("site +north +4\n")
                .containsPattern("site +south +4\n");
    }

    @Test
    void otherNamesRedoWhoLearnsFromThemAlone() throws Exception {
        Command before = modan("run", "archive.yaml", "--out", "out");
        Command after =
                modan("plan", "archive.yaml", "--out", "out", "--set", "values.laterality.L=right");

        assertThat(before.exitCode()).as(before.err()).isZero();
        assertThat(after.out())
                .contains("archive: 2 cells, 1 done, 1 to do")
                .containsPattern("to do +pretrain mulsupcon")
                .containsPattern("done +pretrain simclr");
    }

    @Test
    void aCheckShowsTheNewNamesAndWhatNamesNothing() throws Exception {
        Command check = modan("check", "archive.yaml", "--set", "values.laterality.Rihgt=right");
        Command unknown = modan("check", "archive.yaml", "--set", "values.lateralty.R=right");
        Command plan = modan("plan", "archive.yaml", "--set", "values.lateralty.R=right");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out())
                .containsPattern("laterality +left +3 .*\n +right +3 ")
                .contains("warning: values: no image has laterality Rihgt");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.out())
                .contains("problem: values: no dataset of the experiment has the field lateralty");
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err())
                .contains(
                        "modan: values: no dataset of the experiment has the field lateralty; there are anatomy, device, laterality, modality; did you mean laterality?\n");
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
