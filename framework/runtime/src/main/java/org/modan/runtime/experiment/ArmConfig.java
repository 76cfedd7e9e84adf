/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.runtime.experiment.training.TrainingOverrides;
import org.modan.spi.Options;

/**
 * One way of pretraining, to be compared with the others.
 *
 * @param id what results call it; unique in the experiment
 * @param strategy name of the pretraining strategy
 * @param options of that strategy
 * @param training what the experiment changes of the strategy's own recipe
 */
public record ArmConfig(String id, String strategy, Options options, TrainingOverrides training) {

    public ArmConfig {
        requireNonNull(id, "id is null");
        requireNonNull(strategy, "strategy is null");
        requireNonNull(options, "options is null");
        requireNonNull(training, "training is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("strategy", strategy);
        map.putAll(options.asMap());
        map.putAll(training.asMap());
        return map;
    }
}
