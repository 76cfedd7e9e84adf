/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.Plugin;
import org.modan.spi.PretrainStrategyFactory;

import java.util.List;

/** What this jar offers. The service file names this class; it is the only public one. */
public final class HybridPlugin implements Plugin {

    @Override
    public String id() {
        return "hybrid";
    }

    @Override
    public List<PretrainStrategyFactory> pretrainStrategies() {
        return List.of(new HybridFactory());
    }

    @Override
    public List<DatasetAdapterFactory> datasetAdapters() {
        return List.of(new ClinicDatasetFactory());
    }

    @Override
    public List<EvaluatorFactory> evaluators() {
        return List.of(new NearestMeanFactory());
    }
}
