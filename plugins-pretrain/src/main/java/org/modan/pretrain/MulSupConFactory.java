/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.util.Map;
import java.util.Optional;
import org.modan.nn.loss.JaccardAffinity;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

/** The paper's proposal: supervised contrastive learning on multi-hot metadata (Eq. 3). */
final class MulSupConFactory implements PretrainStrategyFactory {

    private static final Option<Double> TEMPERATURE = ContrastiveOptions.temperature(0.07);
    private static final Option<Double> THRESHOLD =
            Option.number("threshold", "least Jaccard similarity of metadata that makes a positive")
                    .where("from 0 to 1", value -> value >= 0 && value <= 1)
                    .withDefault(0.3);

    @Override
    public String name() {
        return "mulsupcon";
    }

    @Override
    public String summary() {
        return "Multi-label supervised contrastive learning on metadata, weighted by Jaccard similarity";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Takaya and Inamori, ModAn-MulSupCon: Modality- and Anatomy-Aware Multi-Label Supervised Contrastive Pretraining for Medical Imaging");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(
                TEMPERATURE, THRESHOLD, FieldWeights.OPTION, ContrastiveOptions.PROJECTION);
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        FieldWeights weights = new FieldWeights(options.find(FieldWeights.OPTION).orElse(Map.of()));
        return corpus -> {
            JaccardAffinity affinity =
                    weights.affinity(options.get(THRESHOLD), corpus, context::warn);
            return Initialization.train(
                    new ContrastiveObjective(
                            options.get(ContrastiveOptions.PROJECTION),
                            new MulSupConLoss(options.get(TEMPERATURE), affinity),
                            affinity,
                            true));
        };
    }
}
