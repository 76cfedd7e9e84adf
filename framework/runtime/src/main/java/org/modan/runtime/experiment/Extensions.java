/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import java.util.Optional;
import java.util.Set;
import org.modan.spi.OptionSpec;

/** The names an experiment may use, and the options that go with each. */
public interface Extensions {

    /** The options of a pretraining strategy; empty if none has that name. */
    Optional<OptionSpec> strategy(String name);

    /** The options of a dataset adapter; empty if none has that name. */
    Optional<OptionSpec> dataset(String name);

    /** The options of an evaluator; empty if none has that name. */
    Optional<OptionSpec> evaluator(String name);

    Set<String> strategies();

    Set<String> datasets();

    Set<String> evaluators();
}
