/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.report.summary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.modan.runtime.protocol.ScoreSummary;
import org.modan.runtime.report.stored.ComparisonLine;

/**
 * Which arm serves a task best under one evaluator, and how sure that is.
 *
 * @param best the arm with the best mean, or all that share it; empty if nothing was measured
 * @param standing of the best arm
 * @param comparison what the certainty rests on: the best arm against the reference or, if the
 *     reference is the best, the arm that comes nearest to it against the reference
 * @param certainty in one word
 * @param sentence in words, ending with a full stop
 */
public record Verdict(
        String task,
        String evaluator,
        Optional<String> best,
        ScoreSummary standing,
        Optional<ComparisonLine> comparison,
        Certainty certainty,
        String sentence) {

    /** How far the numbers carry. */
    public enum Certainty {
        /** The interval of the difference does not hold zero. */
        CLEAR("clear"),
        /** The same against the reference, but the second arm is not the reference. */
        AGAINST_REFERENCE("clear against the reference only"),
        /** The interval of the difference holds zero. */
        OPEN("not sure"),
        /** Several arms have the same mean. */
        TIED("shared"),
        /** There is no interval. */
        UNTESTED("not tested"),
        /** There is nothing to compare. */
        NOTHING("nothing to compare");

        private final String words;

        Certainty(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Verdict {
        requireNonNull(task, "task is null");
        requireNonNull(evaluator, "evaluator is null");
        requireNonNull(best, "best is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(comparison, "comparison is null");
        requireNonNull(certainty, "certainty is null");
        requireNonNull(sentence, "sentence is null");
    }
}
