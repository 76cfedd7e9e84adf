/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.modan.contract.evaluator.EvaluatorContract;
import org.modan.spi.EvaluatorFactory;

/**
 * What every evaluator must keep, as tests: extend it and say which evaluator.
 *
 * <pre>{@code
 * class NearestMeanContractTest extends EvaluatorContractTest {
 *     @Override
 *     protected EvaluatorFactory factory() {
 *         return new NearestMeanFactory();
 *     }
 * }
 * }</pre>
 *
 * <p>One that trains for long should be given options of few epochs here: it is run a dozen times.
 * Runs alone where tests run in parallel: it looks at the native memory of the whole process.
 *
 * @see EvaluatorContract
 */
@Isolated
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
