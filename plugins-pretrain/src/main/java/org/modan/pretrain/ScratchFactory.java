/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import org.modan.spi.Initialization;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

/** No pretraining: what every other arm has to beat. */
final class ScratchFactory implements PretrainStrategyFactory {

    @Override
    public String name() {
        return "scratch";
    }

    @Override
    public String summary() {
        return "Random weights, no pretraining";
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        return corpus -> Initialization.random();
    }
}
