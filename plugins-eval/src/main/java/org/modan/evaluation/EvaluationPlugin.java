/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import java.util.List;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Plugin;

/** The evaluators of the paper's Table 3. */
public final class EvaluationPlugin implements Plugin {

    @Override
    public String id() {
        return "eval";
    }

    @Override
    public List<EvaluatorFactory> evaluators() {
        return List.of(new FineTuneFactory());
    }
}
