/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.modan.contract.Verdicts;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.Objective;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

/** A strategy of which each test says what is wrong. */
public record TestStrategy(
        String name,
        String summary,
        OptionSpec options,
        Function<PluginContext, PretrainStrategy> creation)
        implements PretrainStrategyFactory {

    static TestStrategy starting(Function<CorpusInfo, Initialization> start) {
        return new TestStrategy("test", "A strategy", OptionSpec.none(), context -> start::apply);
    }

    static TestStrategy training(Supplier<Objective> objective) {
        return starting(corpus -> Initialization.train(objective.get()));
    }

    public static TestStrategy declaring(String name, String summary, OptionSpec options) {
        return new TestStrategy(
                name, summary, options, context -> corpus -> Initialization.random());
    }

    @Override
    public PretrainStrategy create(Options given, PluginContext context) {
        return creation.apply(context);
    }

    public Verdicts verdicts() {
        return Verdicts.of(StrategyContract.of(this, defaults()).checks());
    }

    Options defaults() {
        return options.resolve(
                Map.of(),
                Path.of(""),
                problem -> {
                    throw new AssertionError(problem);
                });
    }
}
