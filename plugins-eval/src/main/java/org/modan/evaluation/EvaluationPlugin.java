/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import java.util.List;
import org.modan.evaluation.control.MajorityFactory;
import org.modan.evaluation.control.MetadataOnlyFactory;
import org.modan.evaluation.embedding.EmbeddingMapFactory;
import org.modan.evaluation.probe.KnnFactory;
import org.modan.evaluation.probe.LinearProbeFactory;
import org.modan.evaluation.probe.LogisticFactory;
import org.modan.evaluation.training.FineTuneFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Plugin;

/** The evaluators of the paper's Table 3, further probes, controls, and maps of the corpus. */
public final class EvaluationPlugin implements Plugin {

    @Override
    public String id() {
        return "eval";
    }

    @Override
    public List<EvaluatorFactory> evaluators() {
        return List.of(
                new FineTuneFactory(),
                new LinearProbeFactory(),
                new KnnFactory(),
                new LogisticFactory(),
                new MajorityFactory(),
                new MetadataOnlyFactory(),
                new EmbeddingMapFactory());
    }
}
