/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.modan.spi.FeatureSet;
import org.modan.spi.Representation;
import org.modan.spi.Representation.Measure;
import org.modan.spi.Sample;

class MeasuresTest {

    private static final List<String> FIELDS = List.of("modality", "anatomy");

    private final OracleCorpus corpus = new OracleCorpus();

    @ParameterizedTest
    @EnumSource(Metric.class)
    void areThoseOfScikitLearn(Metric metric) {
        Representation measured = measure(corpus.features(), FIELDS, corpus.points(), metric);

        assertThat(measured.notes()).isEmpty();
        assertThat(measured.measures()).hasSize(1 + 3 * 4);
        for (Measure measure : measured.measures()) {
            String what =
                    "%s %s%s"
                            .formatted(
                                    metric.name().toLowerCase(java.util.Locale.ROOT),
                                    measure.name(),
                                    measure.field().map(field -> " " + field).orElse(""));
            assertThat(measure.value())
                    .as(what)
                    .isCloseTo(corpus.value(what), within(exactness(measure)));
        }
    }

    /** Distances are of float32 here; two ranks may change places where images are alike. */
    private static double exactness(Measure measure) {
        return switch (measure.name()) {
            case "trustworthiness" -> 1e-5;
            case "silhouette", "map-silhouette" -> 2e-6;
            default -> 1e-12;
        };
    }

    @Test
    void leaveOutAFieldOfOneValueAndSayWhy() {
        FeatureSet features = labelled("knee", "knee", "", "knee", "knee");

        Representation measured =
                measure(features, List.of("anatomy", "view"), new float[5][2], Metric.EUCLIDEAN);

        assertThat(measured.measures())
                .extracting(Measure::name)
                .containsExactly("trustworthiness");
        assertThat(measured.notes())
                .containsExactly(
                        "nothing is measured of anatomy+view: no image has a value of it",
                        "nothing is measured of anatomy: all images that have a value of it have the same",
                        "nothing is measured of view: no image has a value of it");
    }

    @Test
    void leaveOutAFieldThatTellsEachImageFromEveryOther() {
        Representation measured =
                measure(
                        labelled("a", "b", "c"),
                        List.of("anatomy"),
                        new float[3][2],
                        Metric.EUCLIDEAN);

        assertThat(measured.notes())
                .containsExactly(
                        "nothing is measured of anatomy: each image has a value of its own");
    }

    @Test
    void giveAnImageAloneOfItsValueASilhouetteOfZero() {
        float[][] points = {{0, 0}, {0, 1}, {9, 0}};

        Representation measured =
                measure(labelled("a", "a", "b"), List.of("anatomy"), points, Metric.EUCLIDEAN);

        double first = (9 - 1) / 9.0;
        double second = (Math.sqrt(82) - 1) / Math.sqrt(82);
        assertThat(value(measured, "map-silhouette"))
                .isCloseTo((first + second + 0) / 3, within(1e-7));
    }

    @Test
    void saySoWhereThereAreTooFewImagesForTrustworthiness() {
        Representation measured =
                measure(
                        labelled("a", "b"),
                        List.of("anatomy"),
                        new float[][] {{0, 0}, {1, 1}},
                        Metric.EUCLIDEAN);

        assertThat(measured.measures()).isEmpty();
        assertThat(measured.notes()).contains("no trustworthiness: it takes 3 images, there are 2");
    }

    @Test
    void trustAMapThatIsTheFeaturesThemselves() {
        FeatureSet features = labelled("a", "b", "a", "b", "a", "b", "a");
        float[][] points = new float[features.size()][2];
        for (int i = 0; i < points.length; i++) {
            features.read(i, points[i]);
        }

        Representation measured = measure(features, List.of("anatomy"), points, Metric.EUCLIDEAN);

        assertThat(value(measured, "trustworthiness")).isEqualTo(1);
    }

    private static double value(Representation measured, String name) {
        Optional<Measure> found =
                measured.measures().stream().filter(each -> each.name().equals(name)).findFirst();
        return found.orElseThrow().value();
    }

    /** Two features of each image, no two alike. */
    private static FeatureSet labelled(String... anatomies) {
        List<Sample> samples =
                IntStream.range(0, anatomies.length)
                        .mapToObj(
                                i ->
                                        Sample.withId("image-" + i)
                                                .metadata("anatomy", anatomies[i])
                                                .build())
                        .toList();
        float[][] vectors = new float[anatomies.length][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = new float[] {i * i, 3 * i};
        }
        return new InMemoryFeatures(samples, vectors);
    }

    private static Representation measure(
            FeatureSet features, List<String> fields, float[][] points, Metric metric) {
        FeatureMatrix matrix = FeatureMatrix.of(features, metric);
        MapMeasures measures = new MapMeasures(matrix, Grouping.of(features.samples(), fields));
        measures.neighbours(0);
        return measures.of(points, List.of());
    }
}
