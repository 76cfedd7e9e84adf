/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.modan.contract.Check;
import org.modan.contract.NotChecked;
import org.modan.contract.dataset.DatasetContract;
import org.modan.contract.evaluator.EvaluatorContract;
import org.modan.contract.phantom.RecordingPluginContext;
import org.modan.contract.strategy.StrategyContract;
import org.modan.runtime.plugin.catalog.ExtensionCatalog;
import org.modan.spi.CorpusInfo;
import org.modan.spi.DatasetAdapterFactory;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ExtensionFactory;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PretrainStrategyFactory;
import org.opentest4j.TestAbortedException;

/** A jar made for SPI 1.0 does in this host what it did in that one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldPluginTest {

    private PluginLoading loading;
    private ExtensionCatalog catalog;

    @BeforeAll
    void load(@TempDir Path folder) {
        OldPlugin.writeTo(folder);
        loading = TestPlugins.load(folder);
        assertThat(loading.problems()).isEmpty();
        catalog = ExtensionCatalog.of(loading);
    }

    @AfterAll
    void close() {
        loading.close();
    }

    @Test
    void isLoadedAndOffersAllItHas() {
        assertThat(loading.plugins().get(0).spiVersion()).isEqualTo(new SpiVersion(1, 0));
        assertThat(SpiVersion.HOST).isNotEqualTo(new SpiVersion(1, 0));
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.names(ExtensionKind.STRATEGY)).containsExactly("old-contrast");
        assertThat(catalog.names(ExtensionKind.DATASET)).containsExactly("old-squares");
        assertThat(catalog.names(ExtensionKind.EVALUATOR))
                .containsExactly("old-first-feature", "old-two-features");
    }

    @Test
    void hasTheDefaultOfWhatItNeverHeardOf() {
        assertThat(strategy().citation()).isEmpty();
    }

    @Test
    void isNotDisturbedByAnOptionThatEveryExtensionGainedSince() {
        List<Option<?>> all = new ArrayList<>(strategy().options().options());
        all.add(Option.flag("added-later", "which no plugin heard of").withDefault(true));
        Options options = resolved(OptionSpec.of(all.toArray(new Option<?>[0])));

        assertThat(options.asMap()).containsKeys("temperature", "added-later");
        assertThat(
                        strategy()
                                .create(options, new RecordingPluginContext())
                                .initialize(CorpusInfo.of(4, List.of(), List.of())))
                .isInstanceOf(Initialization.Train.class);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContractsOfToday() {
        DatasetAdapterFactory dataset =
                catalog.require(ExtensionKind.DATASET, "old-squares").factory();
        List<Check> checks =
                Stream.of(
                                StrategyContract.of(strategy(), options(strategy())).checks(),
                                DatasetContract.of(dataset, options(dataset)).checks(),
                                evaluatorChecks("old-first-feature"),
                                evaluatorChecks("old-two-features"))
                        .flatMap(List::stream)
                        .toList();
        assertThat(checks).hasSizeGreaterThan(30);
        return checks.stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> run(check)));
    }

    private PretrainStrategyFactory strategy() {
        return catalog.require(ExtensionKind.STRATEGY, "old-contrast").factory();
    }

    private List<Check> evaluatorChecks(String name) {
        EvaluatorFactory factory = catalog.require(ExtensionKind.EVALUATOR, name).factory();
        return EvaluatorContract.of(factory, options(factory)).checks();
    }

    private static Options options(ExtensionFactory factory) {
        return resolved(factory.options());
    }

    private static Options resolved(OptionSpec spec) {
        return spec.resolve(
                Map.of(),
                Path.of(""),
                problem -> {
                    throw new AssertionError(problem);
                });
    }

    private static void run(Check check) throws Exception {
        try {
            check.body().run();
        } catch (NotChecked e) {
            throw new TestAbortedException(e.getMessage(), e);
        }
    }
}
