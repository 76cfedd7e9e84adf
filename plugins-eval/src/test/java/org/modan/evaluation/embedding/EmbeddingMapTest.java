/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.FeatureSet;
import org.modan.spi.ModanException;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.Representation;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class EmbeddingMapTest {

    private static final List<String> FIELDS = List.of("modality", "anatomy");

    @ParameterizedTest
    @ValueSource(strings = {"umap", "tsne", "pca"})
    void givesEveryImageItsPoint(String method) {
        FeatureSet features = ClusteredFeatures.of(300, 16, new Seed(3));

        Representation map = map(Map.of("method", method), features, new Seed(1));

        assertThat(map.size()).isEqualTo(300);
    }

    @Test
    void measuresTheSameOfEveryMapAndOfPrincipalComponentsWhatTheyExplain() {
        FeatureSet features = ClusteredFeatures.of(60, 16, new Seed(3));
        List<String> always =
                List.of(
                        "trustworthiness",
                        "silhouette",
                        "map-silhouette",
                        "knn-purity",
                        "knn-purity-chance");

        assertThat(measures("umap", features)).isEqualTo(always);
        assertThat(measures("tsne", features)).isEqualTo(always);
        assertThat(measures("pca", features))
                .containsAll(always)
                .contains("explained-variance-x", "explained-variance-y")
                .hasSize(always.size() + 2);
    }

    private static List<String> measures(String method, FeatureSet features) {
        return map(Map.of("method", method), features, new Seed(1)).measures().stream()
                .map(each -> each.name())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"umap", "tsne", "pca"})
    void isTheSameForTheSameSeed(String method) {
        FeatureSet features = ClusteredFeatures.of(200, 16, new Seed(3));

        Representation first = map(Map.of("method", method), features, new Seed(1));
        Representation second = map(Map.of("method", method), features, new Seed(1));

        assertThat(points(second)).isEqualTo(points(first));
        assertThat(second.measures()).isEqualTo(first.measures());
    }

    @Test
    void isAnotherForAnotherSeed() {
        FeatureSet features = ClusteredFeatures.of(200, 16, new Seed(3));

        assertThat(points(map(Map.of(), features, new Seed(1))))
                .isNotEqualTo(points(map(Map.of(), features, new Seed(2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"umap", "tsne", "pca"})
    void copesWithAnEncoderThatMakesOneOfAllImages(String method) {
        FeatureSet features = constant(40, 1);

        Representation map = map(Map.of("method", method), features, new Seed(1));

        assertThat(map.size()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void copesWithACorpusOfVeryFewImages(int images) {
        for (String method : List.of("umap", "tsne", "pca")) {
            FeatureSet features = ClusteredFeatures.of(images, 16, new Seed(3));

            assertThat(map(Map.of("method", method), features, new Seed(1)).size())
                    .isEqualTo(images);
        }
    }

    @Test
    void keepsGroupsWithoutALinkAndPartsThem() {
        FeatureSet features = twoFarGroups(60);

        Representation map = map(Map.of("neighbours", "5"), features, new Seed(1));

        assertThat(map.size()).isEqualTo(60);
        assertThat(map.measures())
                .filteredOn(each -> each.name().equals("map-silhouette"))
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isGreaterThan(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"neighbours=60", "min-dist=0.9", "metric=cosine"})
    void everyOptionOfUmapReachesTheMap(String option) {
        FeatureSet features = ClusteredFeatures.of(200, 16, new Seed(3));
        String[] given = option.split("=");

        assertThat(points(map(Map.of(given[0], given[1]), features, new Seed(1))))
                .isNotEqualTo(points(map(Map.of(), features, new Seed(1))));
    }

    @Test
    void perplexityReachesTheMap() {
        FeatureSet features = ClusteredFeatures.of(100, 16, new Seed(3));

        assertThat(points(map(Map.of("method", "tsne"), features, new Seed(1))))
                .isNotEqualTo(
                        points(
                                map(
                                        Map.of("method", "tsne", "perplexity", "5"),
                                        features,
                                        new Seed(1))));
    }

    @Test
    void stopsWhereItsThreadIsInterrupted() {
        FeatureSet features = ClusteredFeatures.of(100, 16, new Seed(3));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> map(Map.of(), features, new Seed(1)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void stopsWithinAPassOverAllDistances() {
        FeatureSet features = ClusteredFeatures.of(2000, 8, new Seed(3));
        AllDistances distances = new AllDistances(FeatureMatrix.of(features, Metric.EUCLIDEAN));
        Thread caller = Thread.currentThread();
        AtomicInteger seen = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                distances.forEachRow(
                                        (row, squared) -> {
                                            // Once: a thread that is still at work must not
                                            // interrupt what comes after this test.
                                            if (seen.getAndIncrement() == 0) {
                                                caller.interrupt();
                                            }
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen.get()).isLessThan(1000);
    }

    @Test
    void saysWhichImageHasNoDirection() {
        assertThatThrownBy(() -> map(Map.of("metric", "cosine"), constant(4, 0), new Seed(1)))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "image-0: all features are 0, which has no direction; set metric: euclidean");
    }

    @Test
    void saysThatAnEncoderOfNumbersThatAreNoneHasDiverged() {
        assertThatThrownBy(() -> map(Map.of(), constant(4, Float.NaN), new Seed(1)))
                .isInstanceOf(ModanException.class)
                .hasMessage(
                        "image-0: the encoder gives it the feature NaN; its training has diverged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neighbours=1",
                "neighbours=201",
                "min-dist=1.1",
                "perplexity=1",
                "method=x"
            })
    void refusesOptionsOutOfRange(String option) {
        String[] given = option.split("=");
        Set<String> refused = new HashSet<>();

        options(Map.of(given[0], given[1]), problem -> refused.add(problem.option()));

        assertThat(refused).containsExactly(given[0]);
    }

    private static FeatureSet constant(int images, float value) {
        float[][] vectors = new float[images][4];
        for (float[] vector : vectors) {
            java.util.Arrays.fill(vector, value);
        }
        return new InMemoryFeatures(samples(images), vectors);
    }

    private static FeatureSet twoFarGroups(int images) {
        float[][] vectors = new float[images][2];
        for (int i = 0; i < images; i++) {
            vectors[i] = new float[] {i % 2 * 1000 + i / 10f, i * i % 7};
        }
        return new InMemoryFeatures(samples(images), vectors);
    }

    private static List<Sample> samples(int images) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            samples.add(Sample.withId("image-" + i).metadata("modality", "m" + i % 2).build());
        }
        return samples;
    }

    private static List<List<Float>> points(Representation map) {
        return IntStream.range(0, map.size()).mapToObj(i -> List.of(map.x(i), map.y(i))).toList();
    }

    private static Representation map(Map<String, String> given, FeatureSet features, Seed seed) {
        Options options =
                options(
                        given,
                        problem -> {
                            throw new IllegalArgumentException(problem.toString());
                        });
        RepresentationEvaluator evaluator =
                (RepresentationEvaluator)
                        new EmbeddingMapFactory().create(options, new RecordingPluginContext());
        return evaluator.describe(features, FIELDS, seed);
    }

    private static Options options(
            Map<String, String> given, java.util.function.Consumer<OptionSpec.Problem> problems) {
        return new EmbeddingMapFactory()
                .options()
                .resolve(new TreeMap<>(given), Path.of("."), problems);
    }
}
