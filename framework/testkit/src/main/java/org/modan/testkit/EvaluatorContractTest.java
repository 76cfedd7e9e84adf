/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.modan.contract.EvaluatorContract;
import org.modan.spi.EvaluatorFactory;

/**
 * What every evaluator must keep, as tests: extend it and say which evaluator.
 *
 * @see EvaluatorContract
 */
public abstract class EvaluatorContractTest {

    /** The evaluator. */
    protected abstract EvaluatorFactory factory();

    /** The options it is created with, as an experiment file holds them; none but the defaults. */
    protected Map<String, ?> options() {
        return Map.of();
    }

    @TestFactory
    final Stream<DynamicTest> keepsTheContract() {
        return ContractTests.of(
                EvaluatorContract.of(factory(), ContractTests.options(factory(), options()))
                        .checks());
    }
}
