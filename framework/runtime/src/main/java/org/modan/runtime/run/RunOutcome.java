/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modan.runtime.results.Comparison;
import org.modan.runtime.results.Scores.Score;

/**
 * What a run came to.
 *
 * @param cells selected cells
 * @param failed cells that failed
 * @param scores one row for each arm, task and evaluator
 * @param comparisons of arms with their reference
 * @param encoders the weight file of each arm that has one
 * @param skipped how many images were left out, by what messages call their dataset
 * @param output the folder with everything
 */
public record RunOutcome(
        int cells,
        int failed,
        List<Score> scores,
        List<Comparison> comparisons,
        Map<String, Path> encoders,
        Map<String, Integer> skipped,
        Path output) {

    public RunOutcome {
        scores = List.copyOf(scores);
        comparisons = List.copyOf(comparisons);
        encoders = Collections.unmodifiableMap(new LinkedHashMap<>(encoders));
        skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
        requireNonNull(output, "output is null");
    }
}
