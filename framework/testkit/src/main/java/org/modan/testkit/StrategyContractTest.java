/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.modan.contract.phantom.PhantomCorpus;
import org.modan.contract.strategy.StrategyContract;
import org.modan.spi.CorpusInfo;
import org.modan.spi.PretrainStrategyFactory;

/**
 * What every pretraining strategy must keep, as tests: extend it and say which strategy.
 *
 * <pre>{@code
 * class HybridContractTest extends StrategyContractTest {
 *     @Override
 *     protected PretrainStrategyFactory factory() {
 *         return new HybridFactory();
 *     }
 * }
 * }</pre>
 *
 * <p>Runs alone where tests run in parallel: it looks at the native memory of the whole process.
 *
 * @see StrategyContract
 */
@Isolated
public abstract class StrategyContractTest {

    /** The strategy. */
    protected abstract PretrainStrategyFactory factory();

    /** The options it is created with, as an experiment file holds them; none but the defaults. */
    protected Map<String, ?> options() {
        return Map.of();
    }

    /** The corpus it is asked about; override it for a strategy that needs fields of its own. */
    protected CorpusInfo corpus() {
        return PhantomCorpus.info();
    }

    @TestFactory
    final Stream<DynamicTest> keepsTheContract() {
        return ContractTests.of(
                StrategyContract.of(factory(), ContractTests.options(factory(), options()))
                        .about(corpus())
                        .checks());
    }
}
