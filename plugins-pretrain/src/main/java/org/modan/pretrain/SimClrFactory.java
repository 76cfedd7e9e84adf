/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.util.Optional;
import org.modan.nn.loss.NtXentLoss;
import org.modan.spi.Affinity;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

/** SimCLR: each image's own other view is its only positive (Chen et al., ICML 2020). */
final class SimClrFactory implements PretrainStrategyFactory {

    private static final Option<Double> TEMPERATURE = ContrastiveOptions.temperature(0.10);

    @Override
    public String name() {
        return "simclr";
    }

    @Override
    public String summary() {
        return "Self-supervised contrastive learning with NT-Xent; no metadata or labels";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Chen, Kornblith, Norouzi and Hinton, A Simple Framework for Contrastive Learning of Visual Representations, ICML 2020");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(TEMPERATURE, ContrastiveOptions.PROJECTION);
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        ContrastiveObjective objective =
                new ContrastiveObjective(
                        options.get(ContrastiveOptions.PROJECTION),
                        new NtXentLoss(options.get(TEMPERATURE)),
                        Affinity.none(),
                        false);
        return corpus -> Initialization.train(objective);
    }
}
