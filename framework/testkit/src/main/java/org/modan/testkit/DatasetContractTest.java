/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import org.modan.contract.dataset.DatasetContract;
import org.modan.spi.DatasetAdapterFactory;

/**
 * What every dataset must keep, as tests: extend it and say which dataset, and where it lies.
 *
 * <pre>{@code
 * class ClinicContractTest extends DatasetContractTest {
 *
 *     @TempDir private Path root;
 *
 *     @BeforeEach
 *     void writeImages() throws IOException {
 *         ... // a few small images under root, laid out as the dataset expects them
 *     }
 *
 *     @Override
 *     protected DatasetAdapterFactory factory() {
 *         return new ClinicFactory();
 *     }
 *
 *     @Override
 *     protected Map<String, ?> options() {
 *         return Map.of("root", root.toString());
 *     }
 * }
 * }</pre>
 *
 * <p>Runs alone where tests run in parallel: it looks at the files the whole process has open.
 *
 * @see DatasetContract
 */
@Isolated
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
