/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.modan.contract.Check;
import org.modan.contract.Verdicts;
import org.modan.spi.CorpusInfo;
import org.modan.spi.ErrorCode;
import org.modan.spi.Initialization;
import org.modan.spi.MetadataField;
import org.modan.spi.ModanException;
import org.modan.spi.OptionSpec;

class StrategyContractTest {

    private static final String STARTS = "it says how an encoder starts";

    @Test
    void aSoundStrategyKeepsEveryCheck() {
        List<Check> checks = checks(TestStrategy.training(TestObjective::new));

        assertThat(checks).hasSizeGreaterThan(20);
        assertThat(Verdicts.of(checks).violated()).isEmpty();
    }

    @Test
    void aStrategyThatDoesNotTrainIsAskedForNoLoss() {
        List<Check> checks = checks(TestStrategy.starting(corpus -> Initialization.random()));

        assertThat(checks).extracting(Check::name).noneMatch(name -> name.contains("loss"));
        assertThat(Verdicts.of(checks).violated()).isEmpty();
    }

    @Test
    void aStrategyIsCreated() {
        TestStrategy none =
                new TestStrategy("test", "A strategy", OptionSpec.none(), context -> null);

        assertThat(none.verdicts().violation("it is created with its options"))
                .isEqualTo(
                        "create(options, context) gave null; it must give a strategy, or throw a ModanException that says why not");
    }

    @Test
    void aStrategySaysHowAnEncoderStarts() {
        assertThat(TestStrategy.starting(corpus -> null).verdicts().violation(STARTS))
                .isEqualTo(
                        "initialize(corpus) gave null; it must give one of Initialization.train, load and random");
    }

    @Test
    void aStrategyThatNeedsOtherFieldsIsAskedAboutThem() {
        TestStrategy needsReader =
                TestStrategy.starting(
                        corpus -> {
                            if (corpus.fields().stream()
                                    .noneMatch(field -> field.name().equals("reader"))) {
                                throw new ModanException(
                                        ErrorCode.CONFIGURATION, "needs the field reader");
                            }
                            return Initialization.train(new TestObjective().usingMetadata());
                        });

        assertThat(needsReader.verdicts().violated()).isEmpty();
        assertThat(needsReader.verdicts().notChecked(STARTS))
                .isEqualTo(
                        "initialize(corpus) refused a corpus with the fields modality, anatomy, device, laterality and 4 classes: needs the field reader; if that is right, ask about a corpus it takes");
        CorpusInfo readers =
                CorpusInfo.of(
                        20, List.of(MetadataField.of("reader", List.of("a", "b"))), List.of());
        List<Check> checks =
                StrategyContract.of(needsReader, needsReader.defaults()).about(readers).checks();
        assertThat(checks).hasSizeGreaterThan(20);
        assertThat(Verdicts.of(checks).violated()).isEmpty();
    }

    @Test
    void aCorpusOfNothingIsAnsweredOrRefusedButNoAccident() {
        TestStrategy firstField =
                TestStrategy.starting(
                        corpus -> {
                            corpus.fields().get(0);
                            return Initialization.random();
                        });

        assertThat(firstField.verdicts().violation("it can be described without a corpus"))
                .startsWith(
                        "initialize(corpus) fails without an image, a field or a class (java.lang.")
                .endsWith(
                        "; `modan describe` asks so: answer, or throw a ModanException that says what is missing");
    }

    @Test
    void weightsToLoadAreThere() {
        Path nowhere = Path.of("/no/such/weights.pth");

        assertThat(
                        TestStrategy.starting(corpus -> Initialization.load(nowhere))
                                .verdicts()
                                .violation("the weights it names are a file"))
                .isEqualTo(
                        "it loads /no/such/weights.pth, which is no file; give the suite an option that names one");
    }

    private static List<Check> checks(TestStrategy strategy) {
        return StrategyContract.of(strategy, strategy.defaults()).checks();
    }
}
