/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package com.example.hybrid;

import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.spi.CorpusInfo;
import org.modan.spi.Initialization;
import org.modan.spi.MetadataField;
import org.modan.spi.Objective;
import org.modan.spi.Options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The strategy as the host makes it from an experiment's options. */
final class StrategyUnderTest {

    private static final CorpusInfo CORPUS =
            CorpusInfo.of(
                    8,
                    List.of(
                            MetadataField.of("device", List.of("aplio", "logiq")),
                            MetadataField.of("laterality", List.of("left", "right"))),
                    List.of());

    private StrategyUnderTest() {}

    static Options options(Map<String, ?> given) {
        return new HybridFactory()
                .options()
                .resolve(
                        given,
                        Path.of(""),
                        problem -> {
                            throw new AssertionError(problem);
                        });
    }

    static Objective objective(Map<String, ?> given) {
        Initialization initialization =
                new HybridFactory()
                        .create(options(given), new RecordingPluginContext())
                        .initialize(CORPUS);
        return ((Initialization.Train) initialization).objective();
    }
}
