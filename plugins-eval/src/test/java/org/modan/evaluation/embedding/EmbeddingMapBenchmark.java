/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.FeatureSet;
import org.modan.spi.Options;
import org.modan.spi.Representation;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Seed;

/**
 * Times maps of generated features and leaves features and maps for {@code umap_peer.py}, which
 * does the same with umap-learn. Arguments: a folder, images (16000), features (512), and options
 * such as {@code method=tsne}.
 */
public final class EmbeddingMapBenchmark {

    private EmbeddingMapBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int images = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16_000;
        int width = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 512;
        Map<String, String> given = new java.util.TreeMap<>();
        for (int i = 3; i < arguments.length; i++) {
            String[] option = arguments[i].split("=", 2);
            given.put(option[0], option[1]);
        }
        FeatureSet features = ClusteredFeatures.of(images, width, new Seed(5));
        writeFeatures(folder.resolve("features.f32"), features);
        EmbeddingMapFactory factory = new EmbeddingMapFactory();
        Options options =
                factory.options()
                        .resolve(
                                given,
                                folder,
                                problem -> {
                                    throw new IllegalArgumentException(problem.toString());
                                });
        RepresentationEvaluator evaluator =
                (RepresentationEvaluator) factory.create(options, new RecordingPluginContext());
        long start = System.nanoTime();
        Representation map =
                evaluator.describe(features, List.of("modality", "anatomy"), new Seed(1));
        System.out.printf(
                "%d x %d, %s: %d points in %.1f s%n",
                images, width, given, map.size(), (System.nanoTime() - start) / 1e9);
        map.measures()
                .forEach(
                        measure ->
                                System.out.printf(
                                        "%s %s %.4f%n",
                                        measure.name(),
                                        measure.field().orElse(""),
                                        measure.value()));
        StringBuilder points = new StringBuilder("x,y\n");
        for (int i = 0; i < map.size(); i++) {
            points.append(map.x(i)).append(',').append(map.y(i)).append('\n');
        }
        Files.writeString(folder.resolve("map.csv"), points);
    }

    private static void writeFeatures(Path file, FeatureSet features) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(features.size() * features.width() * Float.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[features.width()];
        for (int i = 0; i < features.size(); i++) {
            features.read(i, vector);
            bytes.asFloatBuffer().put(vector);
            bytes.position(bytes.position() + vector.length * Float.BYTES);
        }
        Files.write(file, bytes.array());
    }
}
