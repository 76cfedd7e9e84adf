/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.ModanException;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

/** A classifier of the corpus's own classes: 165 for miniRIN. */
final class SupervisedFactory implements PretrainStrategyFactory {

    @Override
    public String name() {
        return "supervised";
    }

    @Override
    public String summary() {
        return "Cross-entropy over the corpus's classes";
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        return corpus -> {
            int classes = corpus.classes().size();
            if (corpus.images() > 0 && classes < 2) {
                throw new ModanException(
                        ErrorCode.CONFIGURATION,
                        "supervised needs a corpus of at least two classes, this one has %d; choose another corpus or strategy"
                                .formatted(classes));
            }
            return Initialization.train(new SupervisedObjective(classes));
        };
    }
}
