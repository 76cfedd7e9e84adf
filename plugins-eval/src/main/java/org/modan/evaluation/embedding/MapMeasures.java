/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.embedding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.Representation;
import org.modan.spi.Representation.Measure;

/** What is measured of features and map; features are passed through twice in all. */
final class MapMeasures {

    /** Neighbours that trustworthiness and purity look at. */
    static final int NEIGHBOURS = 15;

    private final FeatureMatrix matrix;
    private final AllDistances distances;
    private final List<Grouping> groupings;
    private final Map<Grouping, Silhouette> silhouettes = new LinkedHashMap<>();
    private final Map<Grouping, NeighbourSearch> labelled = new LinkedHashMap<>();

    MapMeasures(FeatureMatrix matrix, List<Grouping> groupings) {
        this.matrix = matrix;
        this.distances = new AllDistances(matrix);
        this.groupings = groupings;
    }

    /**
     * The first pass.
     *
     * @param count of neighbours that are needed
     */
    Neighbours neighbours(int count) {
        NeighbourSearch all = new NeighbourSearch(matrix, row -> true, Math.max(count, NEIGHBOURS));
        for (Grouping grouping : measurable()) {
            silhouettes.put(grouping, new Silhouette(grouping, matrix.metric()));
            labelled.put(
                    grouping,
                    grouping.images() == matrix.rows()
                            ? all
                            : new NeighbourSearch(matrix, grouping::hasValue, NEIGHBOURS));
        }
        List<AllDistances.RowVisitor> visitors = new ArrayList<>(silhouettes.values());
        visitors.add(all);
        labelled.values().stream().filter(search -> search != all).forEach(visitors::add);
        distances.forEachRow(
                (row, squared) -> visitors.forEach(visitor -> visitor.visit(row, squared)));
        return all.found();
    }

    /**
     * The second pass, after the first.
     *
     * @param points x and y of each row
     */
    Representation of(float[][] points, List<Measure> ofLayout) {
        Representation result = Representation.of(points);
        PlaneDistances map = new PlaneDistances(points);
        int rows = matrix.rows();
        int count = Math.min(NEIGHBOURS, (rows - 1) / 2);
        if (count > 0) {
            double value = Trustworthiness.of(distances, map, rows, count);
            result = result.with(Measure.of("trustworthiness", value));
        } else {
            result = result.withNote("no trustworthiness: it takes 3 images, there are " + rows);
        }
        for (Measure measure : ofLayout) {
            result = result.with(measure);
        }
        for (Grouping grouping : groupings) {
            Optional<String> flaw = grouping.flaw();
            result =
                    flaw.isPresent()
                            ? result.withNote(
                                    "nothing is measured of %s: %s"
                                            .formatted(grouping.name(), flaw.get()))
                            : withMeasuresOf(grouping, result, map);
        }
        return result;
    }

    private Representation withMeasuresOf(
            Grouping grouping, Representation result, PlaneDistances map) {
        String field = grouping.name();
        Silhouette inMap = new Silhouette(grouping, Metric.EUCLIDEAN);
        map.forEachRow(inMap);
        double purity = Purity.of(grouping, labelled.get(grouping).found().nearest(NEIGHBOURS));
        return result.with(Measure.of("silhouette", silhouettes.get(grouping).mean()).about(field))
                .with(Measure.of("map-silhouette", inMap.mean()).about(field))
                .with(Measure.of("knn-purity", purity).about(field))
                .with(Measure.of("knn-purity-chance", Purity.byChance(grouping)).about(field));
    }

    private List<Grouping> measurable() {
        return groupings.stream().filter(grouping -> grouping.flaw().isEmpty()).toList();
    }
}
