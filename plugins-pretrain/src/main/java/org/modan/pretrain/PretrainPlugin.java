/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.util.List;
import org.modan.spi.Plugin;
import org.modan.spi.PretrainStrategyFactory;

/** The arms of the paper's Table 2. */
public final class PretrainPlugin implements Plugin {

    @Override
    public String id() {
        return "pretrain";
    }

    @Override
    public List<PretrainStrategyFactory> pretrainStrategies() {
        return List.of(
                new MulSupConFactory(),
                new SimClrFactory(),
                new SupervisedFactory(),
                new ImageNetFactory(),
                new ScratchFactory());
    }
}
