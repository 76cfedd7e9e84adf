/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.modan.runtime.results.FileName;

/** Writes maps of a corpus, the first arm's with the clearest groups. */
final class GeneratedMaps {

    private static final List<String> MODALITIES = List.of("CT", "MR", "US", "XR");
    private static final List<String> ANATOMIES = List.of("abdomen", "breast", "chest", "head");

    private final Path folder;
    private final GeneratedFiles files;
    private final List<String> arms;
    private final int images;
    private final RandomGenerator random;

    GeneratedMaps(Path folder, List<String> arms, int images, RandomGenerator random) {
        this.folder = folder;
        this.files = new GeneratedFiles(folder);
        this.arms = arms;
        this.images = images;
        this.random = random;
    }

    void write() throws IOException {
        List<List<Object>> measures = new ArrayList<>();
        for (String arm : arms) {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < images; i++) {
                int modality = i % MODALITIES.size();
                int anatomy = i / 7 % ANATOMIES.size();
                double spread = 1 + 0.6 * arms.indexOf(arm);
                rows.add(
                        List.of(
                                "corpus/" + GeneratedRun.sample(i),
                                modality * 3
                                        + anatomy
                                        + spread * (random.nextDouble() + random.nextDouble()),
                                anatomy * 4
                                        - modality
                                        + spread * (random.nextDouble() + random.nextDouble()),
                                ANATOMIES.get(anatomy),
                                MODALITIES.get(modality)));
            }
            files.csv(
                    "embeddings/%s.csv".formatted(FileName.of(arm + ".embedding-map")),
                    List.of("sample", "x", "y", "anatomy", "modality"),
                    rows);
            for (String field : List.of("modality", "anatomy")) {
                measures.add(
                        List.of(
                                arm,
                                "mulsupcon",
                                "embedding-map",
                                "silhouette",
                                field,
                                0.4 - 0.1 * arms.indexOf(arm),
                                "cell"));
            }
        }
        files.csv(
                "measures.csv",
                List.of("arm", "strategy", "evaluator", "measure", "field", "value", "cell"),
                measures);
        writeThumbnails();
    }

    private void writeThumbnails() throws IOException {
        int tile = 24;
        int tiles = Math.min(10_000, images);
        int columns = (int) Math.ceil(Math.sqrt(tiles));
        BufferedImage sheet =
                new BufferedImage(columns * tile, columns * tile, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                int grey =
                        (int)
                                (110
                                        + 60 * Math.sin(x * 0.4) * Math.cos(y * 0.3)
                                        + random.nextInt(30));
                sheet.getRaster().setSample(x, y, 0, grey);
            }
        }
        ImageIO.write(sheet, "png", folder.resolve("embeddings/thumbnails.png").toFile());
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("file", "thumbnails.png");
        index.put("tile", tile);
        index.put("columns", columns);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < tiles; i++) {
            ids.add("corpus/" + GeneratedRun.sample((int) ((long) i * images / tiles)));
        }
        index.put("ids", ids);
        files.json("embeddings/thumbnails.json", index);
    }
}
