/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.pretrain;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.modan.spi.CorpusInfo;
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
    public Optional<String> citation() {
        return Optional.of(
                "Mei et al., RadImageNet: An Open Radiologic Deep Learning Research Dataset for Effective Transfer Learning, Radiology: Artificial Intelligence 4(5), 2022");
    }

    @Override
    public PretrainStrategy create(Options options, PluginContext context) {
        return corpus -> {
            requireTwoClasses(corpus);
            return Initialization.train(new SupervisedObjective(corpus.classes().size()));
        };
    }

    /** Of a corpus that nobody has counted, every class is taken to have images. */
    private static boolean isPresent(int index, CorpusInfo corpus) {
        return corpus.imagesPerClass().map(counts -> counts.get(index) > 0).orElse(true);
    }

    private static void requireTwoClasses(CorpusInfo corpus) {
        List<String> present =
                IntStream.range(0, corpus.classes().size())
                        .filter(index -> isPresent(index, corpus))
                        .mapToObj(corpus.classes()::get)
                        .toList();
        if (corpus.images() > 0 && present.size() < 2) {
            throw new ModanException(
                    ErrorCode.CONFIGURATION,
                    "supervised needs a corpus with images of at least two classes, this one has %s; choose another corpus or strategy"
                            .formatted(
                                    present.isEmpty()
                                            ? "none"
                                            : "those of %s only".formatted(present.get(0))));
        }
    }
}
