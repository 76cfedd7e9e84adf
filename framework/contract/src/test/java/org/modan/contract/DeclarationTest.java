/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modan.contract.strategy.StrategyContract;
import org.modan.contract.strategy.TestStrategy;
import org.modan.spi.Initialization;
import org.modan.spi.Option;
import org.modan.spi.OptionSpec;
import org.modan.spi.Options;
import org.modan.spi.PluginContext;
import org.modan.spi.PretrainStrategy;
import org.modan.spi.PretrainStrategyFactory;

class DeclarationTest {

    @Test
    void aNameIsInLowerCaseWithDashes() {
        for (String name : List.of("MyMethod", "my_method", "my method", "-mine", "a--b", "")) {
            assertThat(
                            TestStrategy.declaring(name, "A strategy", OptionSpec.none())
                                    .verdicts()
                                    .violation("its name is in lower case with dashes"))
                    .isEqualTo(
                            "name() is \"%s\"; experiments name it in lower case with dashes between words, such as \"my-method\""
                                    .formatted(name));
        }
    }

    @Test
    void aSummaryIsOneLine() {
        for (String summary : List.of(" ", "Two\nlines")) {
            assertThat(
                            TestStrategy.declaring("test", summary, OptionSpec.none())
                                    .verdicts()
                                    .violation("its summary is one line"))
                    .isEqualTo(
                            "summary() is \"%s\"; `modan list` prints one line of it, so it must be one and not blank"
                                    .formatted(summary));
        }
    }

    @Test
    void aCitationIsOneLine() {
        for (Optional<String> citation : List.of(Optional.of(""), Optional.of("A\nB"))) {
            PretrainStrategyFactory cited =
                    new PretrainStrategyFactory() {
                        @Override
                        public String name() {
                            return "test";
                        }

                        @Override
                        public String summary() {
                            return "A strategy";
                        }

                        @Override
                        public Optional<String> citation() {
                            return citation;
                        }

                        @Override
                        public PretrainStrategy create(Options options, PluginContext context) {
                            return corpus -> Initialization.random();
                        }
                    };
            Options none = OptionSpec.none().resolve(Map.of(), Path.of(""), problem -> {});

            assertThat(
                            Verdicts.of(StrategyContract.of(cited, none).checks())
                                    .violation("its citation is one line or none"))
                    .isEqualTo(
                            "citation() is %s; it is one line of authors, title, where and year, or Optional.empty()"
                                    .formatted(citation));
        }
    }

    @Test
    void everyOptionHasNameAndDescription() {
        assertThat(
                        declaring(
                                        Option.text("fieldName", "").optional(),
                                        Option.text("good", "it is good").optional())
                                .violation("its options have names and descriptions"))
                .isEqualTo(
                        "options(): the name \"fieldName\" is not in lower case with dashes; the description of fieldName is \"\"; help prints one line of it");
    }

    @Test
    void aDefaultIsWithinItsOptionsOwnRange() {
        Option<Double> rate =
                Option.number("rate", "a rate")
                        .where("from 0 to 1", value -> value >= 0 && value <= 1)
                        .withDefault(1.5);
        Option<String> word = Option.choice("word", "a word", "one", "two").withDefault("three");

        assertThat(
                        declaring(rate, word)
                                .violation("the default of every option is a value it takes"))
                .isEqualTo(
                        "options(): the default of rate is refused: must be from 0 to 1, not 1.5; the default of rate is refused: must be from 0 to 1, not 1.5; the default of word is refused: must be one of one, two, not 'three'");
    }

    @Test
    void everyTypeOfOptionIsReadBackAsItIsRecorded() {
        assertThat(
                        declaring(
                                        Option.number("number", "a number").withDefault(1e-7),
                                        Option.integer("integer", "a number").withDefault(-3),
                                        Option.flag("flag", "a flag").withDefault(true),
                                        Option.text("text", "a text").withDefault("two words"),
                                        Option.path("path", "a path").withDefault(Path.of("/a/b")),
                                        Option.list("list", "texts").withDefault(List.of("a", "b")),
                                        Option.textOrList("texts", "texts").withDefault(List.of()),
                                        Option.numbers("numbers", "numbers")
                                                .withDefault(Map.of("a", 0.5)),
                                        Option.table("table", "a table")
                                                .withDefault(Map.of("a", Map.of("b", "c"))),
                                        Option.text("absent", "a text").optional())
                                .violated())
                .isEmpty();
    }

    @Test
    void aDefaultPathIsNotRelative() {
        Option<Path> path = Option.path("path", "a path").withDefault(Path.of("a/b"));

        assertThat(declaring(path).violation("the default of every option is a value it takes"))
                .isEqualTo(
                        "options(): the default of path is a/b, which is read back as %s"
                                .formatted(Path.of("a/b").toAbsolutePath()));
    }

    private static Verdicts declaring(Option<?>... options) {
        return TestStrategy.declaring("test", "A strategy", OptionSpec.of(options)).verdicts();
    }
}
