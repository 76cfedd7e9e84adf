/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.modan.evaluation.regression.Design;
import org.modan.evaluation.regression.LogisticModel;
import org.modan.evaluation.regression.LogisticRegression;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.ErrorCode;
import org.modan.spi.FoldScores;
import org.modan.spi.ModanException;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

/** Fits a logistic regression on what is known of the images beside their pixels. */
final class MetadataOnlyEvaluator implements ControlEvaluator {

    private static final LogisticRegression REGRESSION = new LogisticRegression(1e-8);

    private final List<String> chosen;
    private final double penalty;

    /**
     * @param chosen fields; none for all that the samples have
     */
    MetadataOnlyEvaluator(List<String> chosen, double penalty) {
        this.chosen = List.copyOf(chosen);
        this.penalty = penalty;
    }

    @Override
    public FoldScores score(List<Sample> train, List<Sample> test, Seed seed) {
        MetadataColumns columns = new MetadataColumns(train, fields(train, test));
        Design rows = columns.rows(train);
        int[] labels = train.stream().mapToInt(sample -> sample.label().orElseThrow()).toArray();
        LogisticModel model = REGRESSION.fit(rows, labels, penalty);
        return FoldScores.of(model.probabilities(rows), model.probabilities(columns.rows(test)));
    }

    private Set<String> fields(List<Sample> train, List<Sample> test) {
        Set<String> known = new TreeSet<>(MetadataColumns.fields(train));
        known.addAll(MetadataColumns.fields(test));
        if (known.isEmpty()) {
            throw new ModanException(
                    ErrorCode.DATASET,
                    "no image has metadata, so metadata-only has nothing to look at; remove it from evaluators");
        }
        List<String> missing = chosen.stream().filter(field -> !known.contains(field)).toList();
        if (!missing.isEmpty()) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "no image has a value of %s; set fields to some of %s"
                            .formatted(String.join(", ", missing), String.join(", ", known)));
        }
        return chosen.isEmpty() ? known : new TreeSet<>(chosen);
    }
}
