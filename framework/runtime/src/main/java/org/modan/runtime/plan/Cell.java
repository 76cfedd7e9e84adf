/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plan;

import java.util.Map;

/** The unit of work, of failure and of resume. */
public sealed interface Cell permits PretrainCell, EvaluationCell, RepresentationCell {

    CellKey key();

    /** Everything that decides the outcome: what {@link #key()} is the digest of. */
    Map<String, Object> identity();

    /** What a person calls it. */
    String title();

    /** Which plugin's extension it runs. */
    PluginOrigin plugin();

    /**
     * Every plugin whose code has a part in the outcome, by what it is there: {@code evaluator},
     * {@code task}, {@code strategy}, {@code corpus}.
     */
    Map<String, PluginOrigin> plugins();

    /** How many images are left out of what it sees, by what messages call their dataset. */
    Map<String, Integer> skippedImages();
}
