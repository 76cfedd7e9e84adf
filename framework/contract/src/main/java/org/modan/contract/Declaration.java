/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import java.util.List;
import java.util.regex.Pattern;
import org.modan.spi.ExtensionFactory;

/** What every extension says of itself before it is created. */
final class Declaration {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final ExtensionFactory factory;

    Declaration(ExtensionFactory factory) {
        this.factory = factory;
    }

    List<Check> checks() {
        return List.of(
                new Check("the name is in lower case with dashes", this::nameIsWellFormed),
                new Check("the summary is one line", this::summaryIsOneLine));
    }

    private void nameIsWellFormed() {
        String name = factory.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new ContractViolation(
                    "name() is \"%s\"; an experiment names it in lower case, with dashes between words, such as \"my-method\""
                            .formatted(name));
        }
    }

    private void summaryIsOneLine() {
        String summary = factory.summary();
        if (summary == null || summary.isBlank() || summary.lines().count() != 1) {
            throw new ContractViolation(
                    "summary() is \"%s\"; `modan list` prints one line, so it must be one, and not blank"
                            .formatted(summary));
        }
    }
}
