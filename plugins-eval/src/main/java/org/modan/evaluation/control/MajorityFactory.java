/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation.control;

import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;

/** Declares {@code majority}. */
public final class MajorityFactory implements EvaluatorFactory {

    @Override
    public String name() {
        return "majority";
    }

    @Override
    public String summary() {
        return "Control: scores all images alike, by the share of positives; its AUC is 0.5";
    }

    @Override
    public Evaluator create(Options options, PluginContext context) {
        return new MajorityEvaluator();
    }
}
