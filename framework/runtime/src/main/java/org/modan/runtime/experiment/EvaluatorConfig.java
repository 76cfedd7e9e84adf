/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.modan.spi.Options;

/**
 * One way of measuring what an encoder is worth.
 *
 * @param id what results call it; unique in the experiment
 * @param evaluator name of the evaluator
 * @param options of that evaluator
 */
public record EvaluatorConfig(String id, String evaluator, Options options) {

    public EvaluatorConfig {
        requireNonNull(id, "id is null");
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(options, "options is null");
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id);
        map.put("evaluator", evaluator);
        map.putAll(options.asMap());
        return map;
    }
}
