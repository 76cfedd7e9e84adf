/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.PretrainStrategyFactory;
import org.modan.testkit.StrategyContractTest;

/** The strategy keeps what every strategy must, whatever it computes. */
class HybridContractTest extends StrategyContractTest {

    @Override
    protected PretrainStrategyFactory factory() {
        return new HybridFactory();
    }
}
