/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.modan.evaluation.embedding.Projection.Layout;
import org.modan.spi.Representation.Measure;
import org.modan.spi.Seed;

class ProjectionTest {

    private static final int K = 15;

    private final OracleCorpus corpus = new OracleCorpus();
    private final FeatureMatrix matrix = FeatureMatrix.of(corpus.features(), Metric.EUCLIDEAN);

    @Test
    void principalComponentsAreThoseOfScikitLearn() {
        Layout layout = new PrincipalComponents().layout(matrix, neighbours(1), new Seed(1));

        for (int i : new int[] {0, 1, 149}) {
            assertThat(layout.x()[i])
                    .isCloseTo(corpus.value("pca %d x".formatted(i)), within(1e-5));
            assertThat(layout.y()[i])
                    .isCloseTo(corpus.value("pca %d y".formatted(i)), within(1e-5));
        }
        for (Measure measure : layout.measures()) {
            assertThat(measure.value())
                    .as(measure.name())
                    .isCloseTo(corpus.value("pca " + measure.name()), within(1e-6));
        }
        assertThat(layout.measures()).hasSize(2);
    }

    @Test
    void theCurveOfTheMapIsThatOfUmapLearn() {
        for (double minDistance : new double[] {0, 0.1, 1}) {
            UmapCurve curve = UmapCurve.fitted(minDistance);

            assertThat(curve.a())
                    .isCloseTo(corpus.value("curve %s a".formatted(minDistance)), within(1e-5));
            assertThat(curve.b())
                    .isCloseTo(corpus.value("curve %s b".formatted(minDistance)), within(1e-5));
        }
    }

    @Test
    void theFuzzyGraphIsThatOfUmapLearn() {
        SparseGraph graph = FuzzyGraph.of(neighbours(K - 1));

        assertThat(graph.edges()).isEqualTo((int) corpus.value("graph edges"));
        assertThat(Arrays.stream(graph.weights()).sum())
                .isCloseTo(corpus.value("graph weights"), within(2e-3));
        for (int i : new int[] {0, 3, 149}) {
            assertThat(
                            IntStream.range(graph.starts()[i], graph.starts()[i + 1])
                                    .mapToDouble(edge -> graph.weights()[edge])
                                    .sum())
                    .isCloseTo(corpus.value("graph %d weights".formatted(i)), within(1e-4));
        }
    }

    @Test
    void umapIsAsTrustworthyAsThatOfUmapLearn() {
        Umap umap = new Umap(K, 0.1);

        Layout layout = umap.layout(matrix, neighbours(umap.neighbours()), new Seed(1));

        assertThat(trustworthiness(layout))
                .isCloseTo(corpus.value("umap trustworthiness"), within(0.01));
    }

    @Test
    void tsneIsAsTrustworthyAsThatOfScikitLearn() {
        Tsne tsne = new Tsne(30);

        Layout layout = tsne.layout(matrix, neighbours(tsne.neighbours()), new Seed(1));

        assertThat(trustworthiness(layout))
                .isCloseTo(corpus.value("tsne trustworthiness"), within(0.01));
    }

    @Test
    void tsneGivesEachImageTheNeighboursThatThePerplexityAsksFor() {
        double[] shares =
                new Tsne(10).conditional(IntStream.range(1, 31).asDoubleStream().toArray());

        double entropy = -Arrays.stream(shares).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
        assertThat(Math.exp(entropy)).isCloseTo(10, within(1e-3));
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aFarPointIsPushedAsTheSumOfTheOthersIsUpToTheApproximation() {
        double[] x = IntStream.range(0, 400).mapToDouble(i -> i % 20 * 0.3).toArray();
        double[] y = IntStream.range(0, 400).mapToDouble(i -> i / 20 * 0.2).toArray();
        double forceX = 0;
        double normaliser = 0;
        for (int j = 1; j < x.length; j++) {
            double near = 1 / (1 + x[j] * x[j] + y[j] * y[j]);
            forceX -= near * near * x[j];
            normaliser += near;
        }

        QuadTree.Force force = QuadTree.of(x, y).repulsion(x[0], y[0]);

        assertThat(force.normaliser()).isCloseTo(normaliser, within(0.01 * normaliser));
        assertThat(force.x()).isCloseTo(forceX, within(-0.02 * forceX));
    }

    private Neighbours neighbours(int count) {
        return new MapMeasures(matrix, List.of()).neighbours(count).nearest(count);
    }

    private double trustworthiness(Layout layout) {
        float[][] points = new float[matrix.rows()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {(float) layout.x()[i], (float) layout.y()[i]};
        }
        return Trustworthiness.of(
                new AllDistances(matrix), new PlaneDistances(points), points.length, K);
    }
}
