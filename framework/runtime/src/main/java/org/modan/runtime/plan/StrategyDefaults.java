/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.OptionSpec.Problem;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;
import org.modan.spi.Seed;

/** How a strategy trains where an experiment says nothing else: for people who ask about it. */
public final class StrategyDefaults {

    private static final CorpusInfo NO_CORPUS = CorpusInfo.of(0, List.of(), List.of());

    private StrategyDefaults() {}

    /**
     * The settings in the words of the experiment file; empty if it does not train, or cannot say
     * so without an option or a corpus.
     */
    public static Optional<Map<String, Object>> of(PretrainStrategyFactory factory) {
        List<Problem> problems = new ArrayList<>();
        Options options = factory.options().resolve(Map.of(), Path.of(""), problems::add);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        try {
            Initialization initialization =
                    factory.create(options, new Warnings().context(factory.name(), new Seed(0)))
                            .initialize(NO_CORPUS);
            return initialization instanceof Initialization.Train train
                    ? Optional.of(RecipeRecord.of(train.objective().defaults()))
                    : Optional.empty();
        } catch (Throwable e) {
            // It is told to whoever uses the strategy; a description is better short than missing.
            return Optional.empty();
        }
    }
}
