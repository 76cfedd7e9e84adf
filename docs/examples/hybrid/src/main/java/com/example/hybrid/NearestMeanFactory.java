/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Offers the evaluator {@code nearest-mean}, which has nothing to set. */
final class NearestMeanFactory implements EvaluatorFactory {

    @Override
    public String name() {
        return "nearest-mean";
    }

    @Override
    public String summary() {
        return "Whether an image's features point to the mean of one class or of the other";
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return new NearestMean();
    }
}
