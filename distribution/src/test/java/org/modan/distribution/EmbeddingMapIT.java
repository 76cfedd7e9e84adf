/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Maps of the corpus, drawn by the assembled distribution in an experiment without tasks. */
@DisabledOnOs(OS.WINDOWS)
class EmbeddingMapIT {

    private static final String EXPERIMENT =
            """
            name: maps
            seed: 3
            image-size: 16
            corpus: {dataset: phantom, task: corpus, patients: 32, images-per-patient: 1, size: 16}
            metadata: [modality, anatomy]
            pretrain:
              - {strategy: simclr, epochs: 1, batch-size: 16}
              - {strategy: scratch}
            evaluators: [embedding-map, {evaluator: embedding-map, id: pca, method: pca}]
            """;

    @TempDir private static Path shared;
    private static Path experiment;
    private static Path out;
    private static Command first;

    @BeforeAll
    static void drawTheMaps() throws Exception {
        experiment = Files.writeString(shared.resolve("maps.yaml"), EXPERIMENT);
        out = shared.resolve("out");
        first = run();
        assertThat(first.exitCode()).as(first.err()).isZero();
    }

    @Test
    void everyImageIsOnEveryMapWithItsMetadata() throws IOException {
        for (String map : List.of("simclr.embedding-map", "simclr.pca", "scratch.pca")) {
            List<String> lines = Files.readAllLines(out.resolve("embeddings/" + map + ".csv"));

            assertThat(lines).hasSize(33).first().isEqualTo("sample,x,y,anatomy,modality");
            assertThat(lines.stream().map(line -> line.split(",")[0]).distinct()).hasSize(33);
            assertThat(lines.subList(1, 33))
                    .allMatch(line -> line.matches("[^,]+(,-?\\d+\\.\\d+(E-?\\d+)?){2},\\w+,\\w+"));
        }
    }

    @Test
    void theMeasuresOfAllMapsAreOneTable() throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("measures.csv"));

        assertThat(lines).first().isEqualTo("arm,strategy,evaluator,measure,field,value,cell");
        assertThat(lines)
                .anyMatch(
                        line ->
                                line.matches(
                                        "simclr,simclr,embedding-map,trustworthiness,,0\\.\\d+,[0-9a-f]{16}"))
                .anyMatch(line -> line.startsWith("scratch,scratch,pca,explained-variance-x,,"))
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "scratch,scratch,embedding-map,silhouette,modality+anatomy,"))
                .anyMatch(
                        line -> line.startsWith("scratch,scratch,pca,knn-purity-chance,modality,"));
    }

    @Test
    void theImagesAreThereAsThumbnails() throws IOException {
        BufferedImage sheet = ImageIO.read(out.resolve("embeddings/thumbnails.png").toFile());

        assertThat(sheet.getWidth()).isEqualTo(6 * 24);
        assertThat(sheet.getHeight()).isEqualTo(6 * 24);
        assertThat(out.resolve("embeddings/thumbnails.json"))
                .content()
                .contains("\"tile\":24", "\"columns\":6", "\"images\":32", "\"scratch.pca\"");
    }

    @Test
    void runAgainDoesNothing() throws Exception {
        Command again = run();

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("6 of 6 cells already done, nothing to run");
    }

    @Test
    void thePlanTellsOfMaps() throws Exception {
        Command plan = modan("plan", experiment.toString(), "--out", out.toString());

        assertThat(plan.out())
                .contains("6 cells, 6 done", "done  embedding-map simclr on the corpus");
    }

    @Test
    void aMapDrawnAloneIsTheSame() throws Exception {
        Path other = shared.resolve("other");
        Command one =
                modan(
                        "run",
                        experiment.toString(),
                        "--out",
                        other.toString(),
                        "--only",
                        "evaluator=pca",
                        "--only",
                        "arm=scratch");

        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.err()).contains("2 cells to run");
        assertThat(other.resolve("embeddings/scratch.pca.csv"))
                .hasSameTextualContentAs(out.resolve("embeddings/scratch.pca.csv"));
    }

    @Test
    void withoutACorpusThereIsNothingToMap() throws Exception {
        Path file =
                Files.writeString(
                        shared.resolve("none.yaml"),
                        "pretrain: [scratch]\nevaluators: [embedding-map]\n");

        Command refused = modan("plan", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "evaluators.embedding-map: embedding-map looks at the corpus, but there is none; add one");
    }

    private static Command run() throws Exception {
        return modan("run", experiment.toString(), "--out", out.toString());
    }

    private static Command modan(String... arguments) throws Exception {
        return Distribution.assembled().modan(shared, List.of(arguments));
    }
}
