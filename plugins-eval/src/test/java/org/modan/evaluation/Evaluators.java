/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.Evaluator;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;

/** Makes the plugin's evaluators as the host does. */
public final class Evaluators {

    private Evaluators() {}

    /**
     * @throws AssertionError if an option is refused
     */
    public static Evaluator create(String name, Map<String, ?> options) {
        return factory(name).create(options(name, options), new RecordingPluginContext());
    }

    /** The options with their defaults. */
    public static Options options(String name, Map<String, ?> options) {
        return factory(name)
                .options()
                .resolve(
                        options,
                        Path.of(""),
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    /** What is wrong with the options. */
    public static List<String> problems(String name, Map<String, ?> options) {
        List<OptionSpec.Problem> problems = new ArrayList<>();
        factory(name).options().resolve(options, Path.of(""), problems::add);
        return problems.stream().map(OptionSpec.Problem::toString).toList();
    }

    static EvaluatorFactory factory(String name) {
        return new EvaluationPlugin()
                .evaluators().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }
}
