/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.modan.contract.Check;
import org.modan.contract.ContractViolation;
import org.modan.contract.NotChecked;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;
import org.opentest4j.TestAbortedException;

class ContractTestsTest {

    private static final Option<Integer> WIDTH =
            Option.integer("width", "how wide").where("at least 1", value -> value >= 1);

    @Test
    void aCheckIsATestOfItsName() {
        List<DynamicTest> tests =
                ContractTests.of(List.of(new Check("it holds", () -> {}))).toList();

        assertThat(tests).extracting(DynamicTest::getDisplayName).containsExactly("it holds");
        assertThatCode(tests.get(0).getExecutable()::execute).doesNotThrowAnyException();
    }

    @Test
    void aViolationFailsTheTestInItsOwnWords() {
        assertThatThrownBy(
                        () ->
                                run(
                                        () -> {
                                            throw new ContractViolation("the loss is NaN");
                                        }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the loss is NaN");
        assertThatThrownBy(
                        () ->
                                run(
                                        () -> {
                                            throw new IOException("no such file");
                                        }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatNobodyCanTellHereIsSkipped() {
        assertThatThrownBy(
                        () ->
                                run(
                                        () -> {
                                            throw new NotChecked("this system tells no open files");
                                        }))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("this system tells no open files");
    }

    @Test
    void allOptionsThatTheHostWouldRefuseAreNamed() {
        assertThatThrownBy(() -> ContractTests.options(new Sized(), Map.of("width", 0, "depth", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "options() of this suite: depth is unknown; width must be at least 1, not 0");
        assertThatThrownBy(() -> ContractTests.options(new Sized(), Map.of()))
                .hasMessage("options() of this suite: width is missing (integer: how wide)");
    }

    @Test
    void aSuiteIsMadeOfTheContractsChecks() {
        assertThat(
                        new SizedContract()
                                .keepsTheContract()
                                .map(DynamicTest::getDisplayName)
                                .collect(Collectors.toList()))
                .startsWith("its name is in lower case with dashes")
                .contains("it is created with its options", "it says how an encoder starts");
    }

    @Nested
    class SizedContract extends StrategyContractTest {

        @Override
        protected PretrainStrategyFactory factory() {
            return new Sized();
        }

        @Override
        protected Map<String, ?> options() {
            return Map.of("width", 3);
        }
    }

    private static void run(Check.Body body) throws Throwable {
        ContractTests.of(List.of(new Check("it holds", body)))
                .findFirst()
                .orElseThrow()
                .getExecutable()
                .execute();
    }

    /** A strategy that cannot be created without an option. */
    private record Sized() implements PretrainStrategyFactory {

        @Override
        public String name() {
            return "sized";
        }

        @Override
        public String summary() {
            return "Random weights of a width";
        }

        @Override
        public OptionSpec options() {
            return OptionSpec.of(WIDTH);
        }

        @Override
        public PretrainStrategy create(Options options, PluginContext context) {
            options.get(WIDTH);
            return corpus -> Initialization.random();
        }
    }
}
