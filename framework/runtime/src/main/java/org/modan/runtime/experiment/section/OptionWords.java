/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment.section;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.modan.runtime.experiment.yaml.Node;
import org.modan.runtime.experiment.yaml.Origin;
import org.modan.runtime.experiment.yaml.YamlReader;
import org.modan.runtime.text.DidYouMean;
import org.modan.spi.OptionSpec;

/**
 * Options of an extension where there is no file: what a command line gives, and what it is told.
 */
public final class OptionWords {

    private OptionWords() {}

    /**
     * Reads a value, which is written as in a file.
     *
     * @param yaml such as {@code 3} or {@code [a, b]}
     * @param base folder that relative paths start from
     * @param mistakes hears what is wrong with it; the value is of use only if it heard nothing
     * @return empty of an empty text
     */
    public static Optional<Object> value(String yaml, Path base, Consumer<String> mistakes) {
        return new YamlReader(Origin.of("", base), problem -> mistakes.accept(problem.message()))
                .read(yaml)
                .map(Node::toObject);
    }

    /**
     * What is wrong with an option.
     *
     * @param known the names there are
     */
    public static String of(OptionSpec.Problem problem, List<String> known) {
        if (!problem.unknown()) {
            return problem.option() + " " + problem.message();
        }
        return "%s is unknown; %s"
                .formatted(
                        problem.option(),
                        known.isEmpty()
                                ? "it takes no options"
                                : DidYouMean.hint(problem.option(), known));
    }
}
