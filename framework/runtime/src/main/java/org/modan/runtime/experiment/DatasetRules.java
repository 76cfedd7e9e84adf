/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.experiment;

import static java.util.Objects.requireNonNull;

/**
 * How an experiment takes its datasets, all of them in the same way.
 *
 * @param values what it calls the values of metadata
 */
public record DatasetRules(ValueRules values) {

    /** For who says nothing of it. */
    public static final DatasetRules STANDARD = new DatasetRules(ValueRules.NONE);

    public DatasetRules {
        requireNonNull(values, "values is null");
    }
}
