/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.spi.ControlEvaluator;
import org.modan.spi.Evaluator;
import org.modan.spi.FoldScores;
import org.modan.spi.ProbeEvaluator;
import org.modan.spi.ProbeFold;
import org.modan.spi.Sample;
import org.modan.spi.Seed;

class EvaluatorContractTest {

    private static final String KIND = "it is of one kind that the host knows";

    @Test
    void anEvaluatorIsCreated() {
        assertThat(
                        new TestEvaluator(() -> null)
                                .verdicts()
                                .violation("it is created with its options"))
                .isEqualTo(
                        "create(options, context) gave null; it must give an evaluator, or throw a ModanException that says why not");
    }

    @Test
    void anEvaluatorIsOfAKindTheHostKnows() {
        assertThat(new TestEvaluator(() -> new Evaluator() {}).verdicts().violation(KIND))
                .isEqualTo(
                        "the evaluator is of no kind the host knows; the host knows how to ask one of TransferEvaluator, ProbeEvaluator, ControlEvaluator, RepresentationEvaluator, and only one of them");
    }

    @Test
    void anEvaluatorIsOfOneKindOnly() {
        assertThat(new TestEvaluator(ProbeAndControl::new).verdicts().violation(KIND))
                .isEqualTo(
                        "the evaluator is ProbeEvaluator and ControlEvaluator; the host knows how to ask one of TransferEvaluator, ProbeEvaluator, ControlEvaluator, RepresentationEvaluator, and only one of them");
    }

    private record ProbeAndControl() implements ProbeEvaluator, ControlEvaluator {

        @Override
        public FoldScores score(ProbeFold fold) {
            return TestEvaluator.sound(fold);
        }

        @Override
        public FoldScores score(List<Sample> train, List<Sample> test, Seed seed) {
            return FoldScores.of(TestEvaluator.same(train, 0.5), TestEvaluator.same(test, 0.5));
        }
    }
}
