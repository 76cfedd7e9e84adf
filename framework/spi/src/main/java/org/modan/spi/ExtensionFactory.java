/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.spi;

import java.util.Optional;

/**
 * What every extension says of itself before it is created: the host lists it, prints its help and
 * checks a user's options from this alone.
 *
 * @since 1.0
 */
public interface ExtensionFactory {

    /** The name an experiment uses, in lower case with dashes; unique among its kind. */
    String name();

    /** One sentence for {@code modan list}. */
    String summary();

    /**
     * Where the method or the dataset was published, in one line: authors, title, where, year.
     * Empty if nowhere.
     *
     * @since 1.1
     */
    default Optional<String> citation() {
        return Optional.empty();
    }

    /** The options an experiment may set beside the name; the host refuses all others. */
    default OptionSpec options() {
        return OptionSpec.none();
    }
}
