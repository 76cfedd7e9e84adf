/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modan.runtime.cell.CellResult;
import org.modan.runtime.cell.CellStore;
import org.modan.runtime.cell.Embedding;
import org.modan.runtime.data.ImageCache;
import org.modan.runtime.data.ImageFormat;
import org.modan.runtime.data.OpenDataset;
import org.modan.runtime.data.PaintedDataset;
import org.modan.runtime.data.PaintedFactory;
import org.modan.runtime.plan.Cell;
import org.modan.runtime.plan.CellKey;
import org.modan.runtime.plan.Plan;
import org.modan.runtime.plan.Plan.MapEntry;
import org.modan.runtime.plan.PluginOrigin;
import org.modan.runtime.plan.PretrainCell;
import org.modan.runtime.plan.RepresentationCell;
import org.modan.runtime.results.EmbeddingTables;
import org.modan.runtime.run.input.FeatureSource;
import org.modan.runtime.run.input.ImageSource;
import org.modan.runtime.run.input.MadeEncoders;
import org.modan.runtime.run.listener.RunListener;
import org.modan.runtime.run.machine.ComputeDevice;
import org.modan.runtime.run.record.CellNotes;
import org.modan.spi.ErrorCode;
import org.modan.spi.ModanException;
import org.modan.spi.Representation;
import org.modan.spi.Representation.Measure;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** A map of the corpus, from the evaluator to the files. */
class RepresentationTest {

    private static final int SIZE = 8;
    private static final int IMAGES = 5;

    @TempDir private Path output;
    private final List<String> told = new ArrayList<>();
    private final PretrainCell encoder = RandomEncoder.cell("one", SIZE);
    private final OpenDataset corpus = corpus();
    private CellStore cells;

    @BeforeEach
    void makeTheEncoder() {
        cells = new CellStore(output.resolve("cells"));
        RandomEncoder.make(encoder, cells, cache());
    }

    @Test
    void theEvaluatorSeesTheFeaturesAndAllThatIsKnownOfTheImages() {
        RepresentationEvaluator evaluator =
                (features, fields, seed) -> {
                    assertThat(features.width()).isEqualTo(512);
                    assertThat(features.samples()).isEqualTo(corpus.samples());
                    assertThat(fields).containsExactly("modality");
                    assertThat(seed).isEqualTo(new Seed(4));
                    return Representation.of(new float[features.size()][2]);
                };

        assertThat(run(cell(evaluator)).status()).isEqualTo(CellResult.Status.DONE);
    }

    @Test
    void aMapBecomesATableOfPointsWithAllMetadata() throws IOException {
        RepresentationCell cell = cell((features, fields, seed) -> diagonal(features.size()));
        cells.commit(cell.key(), run(cell));

        new EmbeddingTables(output, cells).write(plan(cell));

        assertThat(output.resolve("embeddings/one.layout.csv"))
                .hasContent(
                        """
                        sample,x,y,modality,view,metadata.x
                        0.png,0.0,0.0,CT,AP,
                        1.png,1.0,0.5,US,,
                        2.png,2.0,1.0,CT,AP,
                        3.png,3.0,1.5,US,,
                        4.png,4.0,2.0,CT,AP,far
                        """);
        assertThat(output.resolve("measures.csv"))
                .hasContent(
                        """
                        arm,strategy,evaluator,measure,field,value,cell
                        one,scratch,layout,trustworthiness,,0.75,%1$s
                        one,scratch,layout,silhouette,modality,-0.25,%1$s
                        """
                                .formatted(cell.key().folder()));
        assertThat(told).containsExactly("nothing is measured of view");
    }

    @Test
    void whatACellKeepsIsReadBackAsItWas() throws IOException {
        Embedding embedding =
                new Embedding(
                        List.of(new Embedding.Point("a, \"b\".png", 0.1f, -3e-9f)),
                        List.of(
                                Measure.of("purity", 1.0 / 3).about("site"),
                                Measure.of("trust", 1)));

        embedding.write(output);

        assertThat(Embedding.read(output)).isEqualTo(embedding);
    }

    @Test
    void aCellWhoseFilesWereChangedIsRunAgain() throws IOException {
        RepresentationCell cell = cell((features, fields, seed) -> diagonal(features.size()));
        cells.commit(cell.key(), run(cell));
        assertThat(cells.isDone(cell.key())).isTrue();

        Files.delete(cells.folder(cell.key()).resolve("measures.csv"));
        assertThat(cells.isDone(cell.key())).isFalse();
    }

    @Test
    void anEvaluatorThatForgetsImagesIsTold() {
        RepresentationCell cell =
                cell((features, fields, seed) -> Representation.of(new float[2][2]));

        assertThatThrownBy(() -> run(cell))
                .isInstanceOf(ModanException.class)
                .hasMessage("the evaluator laid out 2 of 5 images")
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN);
    }

    @Test
    void withoutMapsThereAreNoFilesOfThem() {
        new EmbeddingTables(output, cells).write(plan());

        assertThat(output.resolve("measures.csv")).doesNotExist();
        assertThat(output.resolve("embeddings")).doesNotExist();
    }

    @Test
    void thumbnailsShowEachImageInItsTile() throws IOException {
        RepresentationCell cell = cell((features, fields, seed) -> diagonal(features.size()));

        thumbnails().write(plan(cell));

        BufferedImage sheet = ImageIO.read(output.resolve("embeddings/thumbnails.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(3 * 24);
        assertThat(sheet.getHeight()).isEqualTo(2 * 24);
        for (int i = 0; i < IMAGES; i++) {
            int level = sheet.getRaster().getSample(i % 3 * 24 + 12, i / 3 * 24 + 12, 0);
            assertThat(level).as("tile %d", i).isEqualTo(50 * i);
        }
        assertThat(output.resolve("embeddings/thumbnails.json"))
                .hasContent(
                        """
                        {"file":"thumbnails.png","tile":24,"columns":3,"corpus":"%s","images":5,"maps":["one.layout"],"ids":["0.png","1.png","2.png","3.png","4.png"]}
                        """
                                .formatted(corpus.digest().index()));
    }

    @Test
    void thumbnailsOfColourImagesAreGrey() throws IOException {
        PretrainCell colour =
                new PretrainCell(
                        encoder.key(),
                        encoder.identity(),
                        encoder.title(),
                        encoder.encoder(),
                        new ImageFormat(SIZE, 3),
                        encoder.initialization(),
                        encoder.recipe(),
                        encoder.corpus(),
                        encoder.seed(),
                        encoder.plugin());
        RepresentationCell cell = cell((features, fields, seed) -> diagonal(features.size()));

        thumbnails()
                .write(
                        plan(
                                new RepresentationCell(
                                        cell.key(),
                                        cell.identity(),
                                        cell.title(),
                                        colour,
                                        corpus,
                                        cell.fields(),
                                        cell.evaluator(),
                                        cell.seed(),
                                        cell.plugin())));

        BufferedImage sheet = ImageIO.read(output.resolve("embeddings/thumbnails.png").toFile());
        assertThat(sheet.getRaster().getNumBands()).isEqualTo(1);
        assertThat(sheet.getRaster().getSample(24 + 12, 24 + 12, 0)).isEqualTo(4 * 50);
    }

    @Test
    void thumbnailsAreMadeOnce() throws IOException {
        RepresentationCell cell = cell((features, fields, seed) -> diagonal(features.size()));
        Path sheet = output.resolve("embeddings/thumbnails.png");
        thumbnails().write(plan(cell));
        Files.write(sheet, new byte[] {1});

        thumbnails().write(plan(cell));
        assertThat(sheet).hasSize(1);

        Files.delete(sheet);
        thumbnails().write(plan(cell));
        assertThat(Files.size(sheet)).isGreaterThan(1);
    }

    private static Representation diagonal(int images) {
        float[][] points = new float[images][];
        for (int i = 0; i < images; i++) {
            points[i] = new float[] {i, 0.5f * i};
        }
        return Representation.of(points)
                .with(Measure.of("trustworthiness", 0.75))
                .with(Measure.of("silhouette", -0.25).about("modality"))
                .withNote("nothing is measured of view");
    }

    private CellResult run(RepresentationCell cell) {
        RunListener listener =
                new RunListener() {
                    @Override
                    public void told(Cell about, String text) {
                        told.add(text);
                    }
                };
        FeatureSource features =
                new FeatureSource(
                        output,
                        new MadeEncoders(cells),
                        new ImageSource(cache(), listener),
                        ComputeDevice.named("cpu"),
                        listener);
        return new RepresentationRunner(features, listener)
                .run(cell, cells.workspace(cell.key()), new CellNotes());
    }

    private Thumbnails thumbnails() {
        return new Thumbnails(output, new ImageSource(cache(), new RunListener() {}));
    }

    private ImageCache cache() {
        return new ImageCache(output.resolve("cache"), warning -> {});
    }

    private RepresentationCell cell(RepresentationEvaluator evaluator) {
        return new RepresentationCell(
                new CellKey("c".repeat(64)),
                Map.of(),
                "layout one on the corpus",
                encoder,
                corpus,
                List.of("modality"),
                evaluator,
                new Seed(4),
                new PluginOrigin("acme", "1.0", "0".repeat(64)));
    }

    private Plan plan(RepresentationCell... maps) {
        return new Plan(
                List.of(encoder),
                List.of(),
                List.of(maps),
                List.of(),
                List.of(maps).stream()
                        .map(map -> new MapEntry("one", "scratch", "layout", map))
                        .toList(),
                Map.of("one", encoder),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    private static OpenDataset corpus() {
        PaintedDataset painted = new PaintedDataset("dark", "light");
        for (int i = 0; i < IMAGES; i++) {
            painted.add(
                    Sample.withId(i + ".png")
                            .label(i % 2)
                            .metadata("modality", i % 2 == 0 ? "CT" : "US")
                            .metadata("view", i % 2 == 0 ? "AP" : "")
                            .metadata("x", i == 4 ? "far" : "")
                            .build(),
                    50 * i);
        }
        return PaintedFactory.open(painted);
    }
}
