/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.spi.EvaluatorFactory;
import org.modan.testkit.EvaluatorContractTest;

/** The evaluator keeps what every evaluator must. */
class NearestMeanContractTest extends EvaluatorContractTest {

    @Override
    protected EvaluatorFactory factory() {
        return new NearestMeanFactory();
    }
}
