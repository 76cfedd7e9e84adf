/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.modan.contract.DatasetContract;
import org.modan.spi.DatasetAdapterFactory;

/**
 * What every dataset must keep, as tests: extend it and say which dataset.
 *
 * @see DatasetContract
 */
public abstract class DatasetContractTest {

    /** The dataset. */
    protected abstract DatasetAdapterFactory factory();

    /** The options it is created with, as an experiment file holds them; none but the defaults. */
    protected Map<String, ?> options() {
        return Map.of();
    }

    @TestFactory
    final Stream<DynamicTest> keepsTheContract() {
        return ContractTests.of(
                DatasetContract.of(factory(), ContractTests.options(factory(), options()))
                        .checks());
    }
}
