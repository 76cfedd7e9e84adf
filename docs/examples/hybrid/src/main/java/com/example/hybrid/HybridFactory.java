/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.nn.loss.JaccardAffinity;
import org.modan.nn.loss.MulSupConLoss;
import org.modan.nn.loss.NtXentLoss;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

import java.util.Optional;

/** Offers the strategy {@code hybrid}: each option is declared and read through one constant. */
final class HybridFactory implements PretrainStrategyFactory {

    private static final Option<Double> TEMPERATURE =
            temperature("temperature", "the part on metadata", 0.07);
    private static final Option<Double> THRESHOLD =
            Option.number("threshold", "least Jaccard similarity of metadata that makes a positive")
                    .where("from 0 to 1", value -> value >= 0 && value <= 1)
                    .withDefault(0.3);
    private static final Option<Double> LAMBDA =
            Option.number("lambda", "weight of the part on single images; 0 leaves mulsupcon")
                    .where("at least 0", value -> value >= 0)
                    .withDefault(1.0);
    private static final Option<Double> INSTANCE_TEMPERATURE =
            temperature("instance-temperature", "the part on single images", 0.10);
    private static final Option<Integer> PROJECTION =
            Option.integer("projection", "width of the projection head's output")
                    .where("at least 2", value -> value >= 2)
                    .withDefault(128);

    @Override
    public String name() {
        return "hybrid";
    }

    @Override
    public String summary() {
        return "MulSupCon on metadata plus lambda times NT-Xent on each image's own views";
    }

    @Override
    public Optional<String> citation() {
        return Optional.of(
                "Takaya and Inamori, ModAn-MulSupCon, discussion; Chen et al., A Simple Framework for Contrastive Learning of Visual Representations, ICML 2020");
    }

    @Override
    public OptionSpec options() {
        return OptionSpec.of(TEMPERATURE, THRESHOLD, LAMBDA, INSTANCE_TEMPERATURE, PROJECTION);
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        JaccardAffinity affinity = JaccardAffinity.of(options.get(THRESHOLD));
        HybridLoss loss =
                new HybridLoss(
                        new MulSupConLoss(options.get(TEMPERATURE), affinity),
                        new NtXentLoss(options.get(INSTANCE_TEMPERATURE)),
                        options.get(LAMBDA));
        HybridObjective objective = new HybridObjective(options.get(PROJECTION), loss, affinity);
        return corpus -> Initialization.train(objective);
    }

    private static Option<Double> temperature(String name, String part, double value) {
        return Option.number(name, "divides the cosine similarities of " + part)
                .where("at least 0.000001", temperature -> temperature >= 1e-6)
                .withDefault(value);
    }
}
