/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.modan.contract.Check;
import org.modan.contract.Verdicts;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.FeatureSet;
import org.modan.spi.FoldScores;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;
import org.modan.spi.RepresentationEvaluator;
import org.modan.spi.TransferEvaluator;
import org.modan.spi.TransferFold;

/** An evaluator of which each test says what is wrong. */
public record TestEvaluator(Supplier<Evaluator> creation) implements EvaluatorFactory {

    static Verdicts probe(ProbeEvaluator evaluator) {
        return new TestEvaluator(() -> evaluator).verdicts();
    }

    static Verdicts control(ControlEvaluator evaluator) {
        return new TestEvaluator(() -> evaluator).verdicts();
    }

    static Verdicts representation(RepresentationEvaluator evaluator) {
        return new TestEvaluator(() -> evaluator).verdicts();
    }

    static Verdicts transfer(OptionalDouble passes, Function<TransferFold, FoldScores> scoring) {
        TransferEvaluator evaluator =
                new TransferEvaluator() {
                    @Override
                    public FoldScores score(TransferFold fold) {
                        return scoring.apply(fold);
                    }

                    @Override
                    public OptionalDouble trainingPasses() {
                        return passes;
                    }
                };
        return new TestEvaluator(() -> evaluator).verdicts();
    }

    /** The mean of the first four columns: what tells the classes of phantom features apart. */
    static FoldScores sound(ProbeFold fold) {
        return FoldScores.of(means(fold.train()), means(fold.test()));
    }

    public static double[] means(FeatureSet features) {
        double[] means = new double[features.size()];
        float[] row = new float[features.width()];
        for (int i = 0; i < means.length; i++) {
            features.read(i, row);
            means[i] = (row[0] + row[1] + row[2] + row[3]) / 4.0;
        }
        return means;
    }

    /** The same score for every sample. */
    static double[] same(List<?> samples, double score) {
        double[] scores = new double[samples.size()];
        Arrays.fill(scores, score);
        return scores;
    }

    Verdicts verdicts() {
        return Verdicts.of(checks());
    }

    List<Check> checks() {
        Options none = options().resolve(Map.of(), Path.of(""), problem -> {});
        return EvaluatorContract.of(this, none).checks();
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "An evaluator";
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return creation.get();
    }
}
