/* Licensed under the Apache License, Version 2.0. See the LICENSE file at the project's root. */
package org.modan.runtime.plugin.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modan.runtime.plugin.Extension;
import org.modan.runtime.plugin.ExtensionKind;
import org.modan.runtime.plugin.PluginLoading;
import org.modan.runtime.plugin.PluginProblem;
import org.modan.runtime.plugin.TestPlugins;
import org.modan.spi.ErrorCode;
import org.modan.spi.EvaluatorFactory;
import org.modan.spi.ModanException;
import org.modan.spi.Option;
import org.modan.testkit.CorruptJar;

class ExtensionCatalogTest {

    @TempDir Path folder;

    private PluginLoading loading = new PluginLoading(List.of(), List.of());

    @AfterEach
    void close() {
        loading.close();
    }

    @Test
    void offersEachKindByName() {
        TestPlugins.withBody(
                        "acme",
                        """
                        public String id() { return "acme"; }
                        @Override public List<PretrainStrategyFactory> pretrainStrategies() {
                            return List.of(new Strategy());
                        }
                        @Override public List<DatasetAdapterFactory> datasetAdapters() {
                            return List.of(new Dataset());
                        }
                        @Override public List<EvaluatorFactory> evaluators() {
                            return List.of(new Judge());
                        }
                        static class Strategy implements PretrainStrategyFactory {
                            public String name() { return "moco-v3"; }
                            public String summary() { return "Momentum contrast."; }
                            @Override public OptionSpec options() {
                                return OptionSpec.of(Option.number("momentum", "of the key"));
                            }
                            public PretrainStrategy create(Options o, PluginContext c) {
                                return corpus -> Initialization.random();
                            }
                        }
                        static class Dataset implements DatasetAdapterFactory {
                            public String name() { return "chestxray14"; }
                            public String summary() { return "Chest radiographs."; }
                            public DatasetAdapter open(Options o, PluginContext c) {
                                throw new ModanException(ErrorCode.DATASET, "none here");
                            }
                        }
                        static class Judge implements EvaluatorFactory {
                            public String name() { return "knn"; }
                            public String summary() { return "Nearest neighbours."; }
                            public Evaluator create(Options o, PluginContext c) {
                                return new Evaluator() {};
                            }
                        }
                        """)
                .writeTo(folder);

        ExtensionCatalog catalog = catalog();

        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog.names(ExtensionKind.STRATEGY)).containsExactly("moco-v3");
        assertThat(catalog.names(ExtensionKind.DATASET)).containsExactly("chestxray14");
        assertThat(catalog.names(ExtensionKind.EVALUATOR)).containsExactly("knn");
        assertThat(catalog.require(ExtensionKind.STRATEGY, "moco-v3").factory().options().options())
                .extracting(Option::name)
                .containsExactly("momentum");
        assertThat(catalog.require(ExtensionKind.DATASET, "chestxray14").plugin().id())
                .isEqualTo("acme");
        assertThat(catalog.find(ExtensionKind.EVALUATOR, "moco-v3")).isEmpty();
    }

    @Test
    void namesAreSorted() {
        TestPlugins.withEvaluators("first", "zebra", "knn").writeTo(folder);
        TestPlugins.withEvaluators("second", "fine-tune").writeTo(folder);

        assertThat(catalog().names(ExtensionKind.EVALUATOR))
                .containsExactly("fine-tune", "knn", "zebra");
    }

    @Test
    void ofTwoExtensionsWithOneNameTheFirstIsKept() {
        Path first = TestPlugins.withEvaluators("first", "knn").writeTo(folder);
        Path second = TestPlugins.withEvaluators("second", "knn", "map").writeTo(folder);

        ExtensionCatalog catalog = catalog();

        assertThat(catalog.find(ExtensionKind.EVALUATOR, "knn").orElseThrow().plugin().id())
                .isEqualTo("first");
        assertThat(catalog.require(ExtensionKind.EVALUATOR, "map").plugin().id())
                .isEqualTo("second");
        assertThat(catalog.problems())
                .extracting(PluginProblem::message)
                .containsExactly(
                        second
                                + ": offers the evaluator 'knn', as does "
                                + first
                                + ", which came first; rename it, or remove one of the two"
                                + " plugins");
    }

    @Test
    void aNameThatTwoPluginsOfferIsRefusedWhereItIsUsed() {
        TestPlugins.withEvaluators("first", "knn").writeTo(folder);
        TestPlugins.withEvaluators("second", "knn", "map").writeTo(folder);

        ExtensionCatalog catalog = catalog();

        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "knn"))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessage(
                        "several plugins claim what is to be used, and which one is meant Modan does"
                                + " not guess:\n  "
                                + catalog.problems().get(0).message());
    }

    @Test
    void anIdThatTwoPluginsHaveIsRefusedWhereOneOfThemIsUsed() {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        TestPlugins.withEvaluators("acme", "knn").writeTo(a);
        TestPlugins.withEvaluators("acme", "map").writeTo(b);
        TestPlugins.withEvaluators("other", "probe").writeTo(b);

        ExtensionCatalog catalog = catalog(TestPlugins.load(a, b));

        assertThat(catalog.require(ExtensionKind.EVALUATOR, "probe").plugin().id())
                .isEqualTo("other");
        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "knn"))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessageContaining(catalog.problems().get(0).message());
        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "map"))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessageContaining(catalog.problems().get(0).message());
    }

    @Test
    void ofTwoExtensionsOfOnePluginWithOneNameNeitherIsUsed() {
        Path jar = TestPlugins.withEvaluators("acme", "knn", "knn", "map").writeTo(folder);
        String problem =
                jar
                        + ": offers more than one evaluator 'knn'; report this to the plugin's"
                        + " author: each needs a name of its own";

        ExtensionCatalog catalog = catalog();

        assertThat(catalog.problems()).extracting(PluginProblem::message).containsExactly(problem);
        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "knn"))
                .hasMessageEndingWith("\n  " + problem);
        assertThat(catalog.require(ExtensionKind.EVALUATOR, "map").plugin().id()).isEqualTo("acme");
    }

    @Test
    void aNameOfModansOwnIsToldToComeWithIt() {
        Path own = folder.resolve("own");
        Path users = folder.resolve("users");
        Path first = TestPlugins.withEvaluators("first", "knn").writeTo(own);
        Path second = TestPlugins.withEvaluators("second", "knn").writeTo(users);

        assertThat(catalog(TestPlugins.loadBeside(own, users)).problems())
                .extracting(PluginProblem::message)
                .containsExactly(
                        second
                                + ": offers the evaluator 'knn', a name that comes with Modan ("
                                + first
                                + "); rename it, or remove this plugin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kNN", "k nn", "-knn", "knn-", "k--nn", "k_nn"})
    void anExtensionWithAnInvalidNameIsLeftOutAndTheOthersStay(String name) {
        Path jar = TestPlugins.withEvaluators("acme", name, "map").writeTo(folder);

        ExtensionCatalog catalog = catalog();

        assertThat(catalog.names(ExtensionKind.EVALUATOR)).containsExactly("map");
        assertThat(catalog.problems())
                .extracting(PluginProblem::message)
                .containsExactly(
                        jar
                                + ": offers the evaluator '"
                                + name
                                + "', which is no valid name; use lower-case letters, digits and"
                                + " single dashes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throw new IllegalStateException(\"no\");"
                        + "| IllegalStateException: no; report this to the plugin's author",
                "return null; | it is null; report this to the plugin's author",
                "return java.util.Arrays.asList((DatasetAdapterFactory) null);"
                        + "| NullPointerException; report this to the plugin's author",
                "throw new NoClassDefFoundError(\"greet/Greeting\");"
                        + "| the class greet.Greeting is missing; put the library that has it"
                        + " beside the plugin's jar, in a folder of their own; a plugin shares only"
                        + " org.modan.spi, org.modan.nn, ai.djl, org.slf4j with Modan"
            })
    void aPluginOfWhichOneGetterFailsIsNotUsedByHalf(String body, String problem) {
        TestPlugins.withEvaluators("good", "map").writeTo(folder);
        Path jar =
                TestPlugins.withBody(
                                "bad",
                                """
                                public String id() { return "bad"; }
                                @Override public List<EvaluatorFactory> evaluators() {
                                    return List.of(new Judge());
                                }
                                @Override public List<DatasetAdapterFactory> datasetAdapters() {
                                    %s
                                }
                                static class Judge implements EvaluatorFactory {
                                    public String name() { return "knn"; }
                                    public String summary() { return "Nearest neighbours."; }
                                    public Evaluator create(Options o, PluginContext c) {
                                        return new Evaluator() {};
                                    }
                                }
                                """
                                        .formatted(body))
                        .writeTo(folder);

        ExtensionCatalog catalog = catalog();

        assertThat(catalog.names(ExtensionKind.EVALUATOR)).containsExactly("map");
        assertThat(catalog.problems())
                .extracting(PluginProblem::message)
                .containsExactly(jar + ": cannot list its dataset extensions: " + problem);
    }

    @Test
    void optionsAreAskedForAtOnce() {
        Path jar =
                TestPlugins.withBody(
                                "acme",
                                """
                                public String id() { return "acme"; }
                                @Override public List<EvaluatorFactory> evaluators() {
                                    return List.of(new Judge());
                                }
                                static class Judge implements EvaluatorFactory {
                                    public String name() { return "knn"; }
                                    public String summary() { return "Nearest neighbours."; }
                                    @Override public OptionSpec options() {
                                        throw new IllegalStateException("later");
                                    }
                                    public Evaluator create(Options o, PluginContext c) {
                                        return new Evaluator() {};
                                    }
                                }
                                """)
                        .writeTo(folder);

        assertThat(catalog().problems())
                .extracting(PluginProblem::message)
                .containsExactly(
                        jar
                                + ": cannot read the options of the evaluator 'knn':"
                                + " IllegalStateException: later; report this to the plugin's"
                                + " author");
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        TestPlugins.withEvaluators("acme", "fine-tune", "linear-probe").writeTo(folder);
        ExtensionCatalog catalog = catalog();

        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "finetune"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage(
                        "no evaluator is called 'finetune'; did you mean 'fine-tune'? Installed:"
                                + " fine-tune, linear-probe");
    }

    @Test
    void listsWhatIsInstalledWhenNothingIsNear() {
        ExtensionCatalog catalog = catalog();

        assertThatThrownBy(() -> catalog.require(ExtensionKind.STRATEGY, "dino"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage("no strategy is called 'dino'; installed: none");
    }

    @Test
    void anExtensionThatMayBeInABrokenPluginIsThePluginsFault() {
        TestPlugins.withEvaluators("acme", "fine-tune").writeTo(folder);
        Path broken = CorruptJar.text(folder, "umap.jar");
        ExtensionCatalog catalog = catalog();
        String line = catalog.problems().get(0).message();
        assertThat(line).startsWith(broken.toString());

        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "embedding-map"))
                .isInstanceOfSatisfying(
                        ModanException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN))
                .hasMessage(
                        "no evaluator is called 'embedding-map'; installed: fine-tune. It may be in"
                                + " a plugin that could not be used:\n  "
                                + line);
    }

    @Test
    void aSlipOfTheTypistIsHisFaultEvenBesideABrokenPlugin() {
        TestPlugins.withEvaluators("acme", "fine-tune").writeTo(folder);
        CorruptJar.text(folder, "umap.jar");
        ExtensionCatalog catalog = catalog();

        assertThatThrownBy(() -> catalog.require(ExtensionKind.EVALUATOR, "fine-tun"))
                .isInstanceOfSatisfying(
                        ModanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageStartingWith(
                        "no evaluator is called 'fine-tun'; did you mean 'fine-tune'?")
                .hasMessageContaining("umap.jar");
    }

    @Test
    void aBlankSummaryIsTolerated() {
        TestPlugins.withEvaluators("acme", "knn").writeTo(folder);

        Extension<EvaluatorFactory> knn = catalog().require(ExtensionKind.EVALUATOR, "knn");

        assertThat(knn.factory().summary()).isEmpty();
    }

    private ExtensionCatalog catalog() {
        return catalog(TestPlugins.load(folder));
    }

    private ExtensionCatalog catalog(PluginLoading loaded) {
        loading = loaded;
        return ExtensionCatalog.of(loaded);
    }
}
